import { findUnanchored } from './find-unanchored.js';
import type { ParsedQuery, Query, QueryError, QueryErrorCode } from './query.js';
import { combine, QUERY_LIMITS } from './query.js';
import { readTerm } from './read-term.js';
import type { QueryToken } from './query-tokens.js';
import { tokenizeQuery } from './query-tokens.js';

/**
 * Reads the watch language: `AND OR NOT` (also `UND ODER NICHT` and `-term`), terms side by side mean AND,
 * NOT binds strongest and OR weakest, parentheses, "phrases", prefix*, *infix*, *suffix, @handle, #hashtag,
 * source: lang: author:. All mistakes found are listed, in order of position, as codes. Never throws.
 */
export function parseQuery(text: string): ParsedQuery {
  if (text.length > QUERY_LIMITS.length)
    return refuse('tooLong', QUERY_LIMITS.length, text.length - QUERY_LIMITS.length, {
      max: QUERY_LIMITS.length,
    });
  const { tokens, errors } = tokenizeQuery(text);
  if (tokens.length === 0) return refuse('empty', 0, text.length);
  const terms = tokens.filter(({ kind }) => kind === 'text' || kind === 'phrase');
  const surplus = terms[QUERY_LIMITS.terms];
  if (surplus)
    return refuse('tooManyTerms', surplus.position, surplus.length, { max: QUERY_LIMITS.terms });

  const query = new QueryParser(text, tokens, errors).parse();
  if (errors.length === 0 && query) {
    const fault = findUnanchored(query);
    if (!fault) return { ok: true, query };
    errors.push({ code: fault, position: 0, length: text.length, params: {} });
  }
  if (errors.length === 0) return refuse('empty', 0, text.length);
  return { ok: false, errors: [...errors].sort((a, b) => a.position - b.position) };
}

function refuse(
  code: QueryErrorCode,
  position: number,
  length: number,
  params: QueryError['params'] = {},
): ParsedQuery {
  return { ok: false, errors: [{ code, position, length, params }] };
}

class QueryParser {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly source: string,
    private readonly tokens: readonly QueryToken[],
    private readonly errors: QueryError[],
  ) {}

  parse(): Query | null {
    const parts: Query[] = [];
    while (this.at < this.tokens.length) {
      const part = this.alternatives();
      if (part) parts.push(part);
      const stray = this.peek();
      if (stray?.kind === 'close') {
        this.report('unexpectedParenthesis', stray);
        this.at++;
      }
    }
    return parts.length > 0 ? combine('and', parts) : null;
  }

  private alternatives(): Query | null {
    const items = [this.sequence()];
    while (this.peek()?.kind === 'or') {
      this.at++;
      items.push(this.sequence());
    }
    const found = items.filter((item) => item !== null);
    return found.length > 0 ? combine('or', found) : null;
  }

  private sequence(): Query | null {
    const items: Query[] = [];
    const add = (item: Query | null): void => {
      if (item) items.push(item);
    };
    add(this.operand());
    for (
      let next = this.peek();
      next && next.kind !== 'or' && next.kind !== 'close';
      next = this.peek()
    ) {
      if (next.kind === 'and') this.at++;
      add(this.operand());
    }
    return items.length > 0 ? combine('and', items) : null;
  }

  private operand(): Query | null {
    const token = this.peek();
    if (!token || token.kind === 'and' || token.kind === 'or' || token.kind === 'close') {
      this.missing(token);
      return null;
    }
    this.at++;
    if (token.kind === 'text' || token.kind === 'phrase')
      return readTerm(token, (error) => this.errors.push(error));
    if (this.depth >= QUERY_LIMITS.depth) {
      this.report('tooDeep', token, { max: QUERY_LIMITS.depth });
      this.at = this.tokens.length;
      return null;
    }
    this.depth++;
    const item = token.kind === 'not' ? this.negation() : this.group(token);
    this.depth--;
    return item;
  }

  private negation(): Query | null {
    const item = this.operand();
    return item && { kind: 'not', item };
  }

  private group(open: QueryToken): Query | null {
    const inner = this.alternatives();
    if (this.peek()?.kind === 'close') this.at++;
    else if (!this.errors.some(({ code }) => code === 'tooDeep'))
      this.report('unclosedParenthesis', open);
    return inner;
  }

  private missing(token: QueryToken | undefined): void {
    const before = this.tokens[this.at - 1];
    if (this.errors.some(({ code }) => code === 'tooDeep')) return;
    // Named where the eye looks for it: at the operator (or parenthesis) that lacks something.
    const culprit = before && before.kind !== 'text' && before.kind !== 'phrase' ? before : token;
    if (culprit) this.report('missingOperand', culprit, { after: culprit.text });
    else
      this.errors.push({
        code: 'missingOperand',
        position: this.source.length,
        length: 0,
        params: { after: '' },
      });
  }

  private report(code: QueryErrorCode, token: QueryToken, params: QueryError['params'] = {}): void {
    this.errors.push({ code, position: token.position, length: token.length, params });
  }

  private peek(): QueryToken | undefined {
    return this.tokens[this.at];
  }
}
