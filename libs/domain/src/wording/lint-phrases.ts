import { isLifted } from '../playbook/is-lifted.js';
import type { WordingRule } from '../playbook/wording-rule.js';
import type { HouseWordingRule } from './house-wording-rule.js';
import { isNegated } from './is-negated.js';
import { findPhrases, indexPhrases, type FoundPhrase, type PhraseIndex } from './phrase.js';
import { PHRASE_RULES, type PhraseRule, type PhraseRuleId } from './phrase-rules.js';
import type { Span } from './quoted-spans.js';
import type { Word } from './read-words.js';
import type { WordingContext, WordingDraft } from './wording-draft.js';
import type { WordingFinding, WordingOrigin } from './wording-finding.js';

/** A quotation this short names a word; a longer one is somebody speaking, often for us. */
const WORDS_OF_A_NAME = 3;

/** A rule of any origin, ready for one draft. */
interface ReadyRule {
  readonly id: string;
  readonly origin: WordingOrigin;
  readonly severity: WordingFinding['severity'];
  readonly phrases: PhraseIndex;
  readonly except: PhraseIndex;
  readonly fineWhenDenied: boolean;
  readonly words: WordingFinding['words'];
}

/** Words of the draft that a phrase rule bans: the house's own first, then the playbooks', then ours. */
export function lintPhrases(
  draft: WordingDraft,
  context: WordingContext,
  words: readonly Word[],
  quoted: readonly Span[],
): readonly WordingFinding[] {
  const findings: WordingFinding[] = [];
  for (const rule of rulesFor(draft, context)) {
    const exceptions = findPhrases(words, rule.except);
    let reached = 0;
    for (const match of findPhrases(words, rule.phrases)) {
      // Of overlapping matches of one rule the first tells enough.
      if (match.from < reached || exceptions.some((one) => overlap(one, match))) continue;
      if (rule.fineWhenDenied && isNegated(words, match.from, match.to)) continue;
      reached = match.to;
      const start = words[match.from]?.start ?? 0;
      const end = words[match.to - 1]?.end ?? 0;
      const named = isNamed({ start, end }, quoted, words);
      findings.push({
        rule: rule.id,
        origin: rule.origin,
        severity: named ? 'hint' : rule.severity,
        start,
        end,
        params: { found: draft.text.slice(start, end).slice(0, 120), quoted: named },
        words: rule.words,
      });
    }
  }
  return findings;
}

function* rulesFor(draft: WordingDraft, context: WordingContext): Generator<ReadyRule> {
  const { channel, purpose, language } = draft;
  const answers = context.answers ?? {};
  for (const rule of context.houseRules ?? []) {
    if (rule.channels === null || rule.channels.includes(channel)) yield fromHouse(rule, language);
  }
  const playbookRules = context.playbookRules ?? [];
  for (const rule of playbookRules) {
    if (rule.channels !== null && !rule.channels.includes(channel)) continue;
    if (rule.until !== null && isLifted(rule.until, answers)) continue;
    yield fromPlaybook(rule, draft);
  }
  for (const [id, rule] of SHIPPED) {
    if (rule.purposes !== null && !rule.purposes.includes(purpose)) continue;
    if (rule.channels !== null && !rule.channels.includes(channel)) continue;
    if (rule.until !== null && isLifted(rule.until, answers)) continue;
    const lifted = playbookRules.some(
      (other) => other.id === id && other.until !== null && isLifted(other.until, answers),
    );
    if (!lifted) yield fromUs(id, rule, language);
  }
}

const SHIPPED = Object.entries(PHRASE_RULES) as unknown as readonly [PhraseRuleId, PhraseRule][];
const NONE = indexPhrases([]);
const read = new Map<string, ReadyRule>();

function fromUs(id: PhraseRuleId, rule: PhraseRule, language: 'de' | 'en'): ReadyRule {
  const key = `${id} ${language}`;
  const known = read.get(key);
  if (known) return known;
  const { severity, fineWhenDenied } = rule;
  const phrases = indexPhrases(rule[language]);
  const except = indexPhrases(rule.except);
  const ready: ReadyRule = {
    ...{ id, origin: 'shipped', severity, phrases, except, fineWhenDenied },
    words: null,
  };
  read.set(key, ready);
  return ready;
}

/** A playbook's phrases for an idea we know too are read with our exceptions. */
function fromPlaybook(rule: WordingRule, { language, purpose }: WordingDraft): ReadyRule {
  const ours = SHIPPED.find(([id]) => id === rule.id)?.[1];
  const strict = ours && (ours.purposes === null || ours.purposes.includes(purpose));
  return {
    id: rule.id,
    origin: 'playbook',
    severity: strict ? ours.severity : 'warn',
    phrases: indexPhrases(rule[language]),
    except: ours ? indexPhrases(ours.except) : NONE,
    fineWhenDenied: ours?.fineWhenDenied ?? false,
    words: { why: rule.why, better: null },
  };
}

function fromHouse(rule: HouseWordingRule, language: 'de' | 'en'): ReadyRule {
  return {
    id: rule.id,
    origin: 'house',
    severity: rule.severity,
    phrases: indexPhrases(rule[language]),
    except: NONE,
    fineWhenDenied: false,
    words: { why: rule.why, better: rule.better },
  };
}

function overlap(one: FoundPhrase, other: FoundPhrase): boolean {
  return one.from < other.to && other.from < one.to;
}

function isNamed(found: Span, quoted: readonly Span[], words: readonly Word[]): boolean {
  const around = quoted.find(({ start, end }) => start <= found.start && found.end <= end);
  if (!around) return false;
  const inside = words.filter(({ start, end }) => around.start <= start && end <= around.end);
  return inside.length <= WORDS_OF_A_NAME;
}
