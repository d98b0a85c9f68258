import type { FormRule } from './form-rules.js';
import { lintAddress } from './lint-address.js';
import { lintForm } from './lint-form.js';
import { lintPhrases } from './lint-phrases.js';
import { lintTone } from './lint-tone.js';
import { quotedSpans } from './quoted-spans.js';
import { readWords } from './read-words.js';
import type { WordingContext, WordingDraft } from './wording-draft.js';
import type { WordingFinding } from './wording-finding.js';
import { WORDING_SEVERITIES } from './wording-severity.js';

/** Longer texts are refused, and looked at so far. */
export const MAX_WORDING_LENGTH = 20_000;
/** More than anybody mends one by one. */
const MAX_FINDINGS = 200;

/**
 * What to mend in a text before others see it. The same function while somebody types and on the
 * server; offsets are those of the text as it was given. It knows words, not meaning: docs/wording.md
 * says what fools it.
 */
export function lintStatement(
  draft: WordingDraft,
  context: WordingContext = {},
): readonly WordingFinding[] {
  if (draft.text.trim() === '') return [whole('empty-text', {})];
  const text = draft.text.slice(0, MAX_WORDING_LENGTH);
  const cut: WordingDraft = { ...draft, text };
  const words = readWords(text);
  const quoted = quotedSpans(text);
  const findings = [
    ...lintForm(cut, context),
    ...withoutTwins(lintPhrases(cut, context, words, quoted)),
    ...lintAddress(cut, context, words, quoted),
    ...lintTone(cut, context, words),
  ].sort(inOrder);
  if (draft.text.length > MAX_WORDING_LENGTH) {
    const params = { length: draft.text.length, limit: MAX_WORDING_LENGTH };
    findings.unshift(whole('text-too-long', params));
  }
  return findings.slice(0, MAX_FINDINGS);
}

function whole(rule: FormRule, params: WordingFinding['params']): WordingFinding {
  const place = { start: null, end: null };
  return { rule, origin: 'shipped', severity: 'block', ...place, params, words: null };
}

/** Of several rules about the same words the strictest speaks; of equals the house, then the playbook, then we. */
function withoutTwins(findings: readonly WordingFinding[]): readonly WordingFinding[] {
  const taken: WordingFinding[] = [];
  const strictestFirst = findings.toSorted((one, other) => weightOf(one) - weightOf(other));
  for (const finding of strictestFirst) {
    const twin = taken.some(
      (other) =>
        (other.rule === finding.rule || other.origin !== finding.origin) &&
        (other.start ?? 0) < (finding.end ?? 0) &&
        (finding.start ?? 0) < (other.end ?? 0),
    );
    if (!twin) taken.push(finding);
  }
  return taken;
}

function inOrder(one: WordingFinding, other: WordingFinding): number {
  return (one.start ?? -1) - (other.start ?? -1) || weightOf(one) - weightOf(other);
}

function weightOf({ severity }: WordingFinding): number {
  return WORDING_SEVERITIES.indexOf(severity);
}
