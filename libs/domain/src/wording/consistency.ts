import type { OutletChannel } from '../playbook/outlet-channel.js';
import type { TextLanguage } from '../statement/statement-refs.js';
import { nextUpdateOf } from './next-update-of.js';
import { findPhrases, indexPhrases } from './phrase.js';
import { readWords } from './read-words.js';
import { statedFacts, type FactKind, type StatedFact } from './stated-facts.js';

/** One text of a statement. */
export interface WordingVariant {
  readonly channel: OutletChannel;
  readonly language: TextLanguage;
  readonly text: string;
}

export type ConsistencyRule =
  /** It says another number, time, date, telephone, address or name than the core message. */
  | 'differs'
  /** The core message says it, this text does not. */
  | 'left-out'
  /** This text says it, the core message does not. */
  | 'added'
  /** Texts promise different times for the next word. */
  | 'next-update-differs'
  /** One text denies, one apologises. */
  | 'denies-and-rebuilds';

export interface Inconsistency {
  readonly rule: ConsistencyRule;
  readonly severity: 'warn' | 'hint';
  /** Place in the list of variants; null: the statement as a whole. */
  readonly variant: number | null;
  readonly kind: FactKind | null;
  /** What this text says, in its own words; null: nothing. */
  readonly said: string | null;
  /** What the core message says. */
  readonly core: string | null;
  readonly start: number | null;
  readonly end: number | null;
}

export interface ConsistencyContext {
  /** The one message; without it the longest variant is the measure. */
  readonly core?: string;
  /** Products, places, people: names every version must spell alike. */
  readonly names?: readonly string[];
}

/**
 * One core message, checked across its texts: what can be compared letter by letter. It does not read meaning: two
 * texts with the same numbers may still contradict each other, and a person has to read them.
 */
export function consistency(
  variants: readonly WordingVariant[],
  { core = '', names = [] }: ConsistencyContext = {},
): readonly Inconsistency[] {
  const texts = variants.map(({ text }) => text.slice(0, MAX_LENGTH));
  const longest = texts.reduce((best, text) => (text.length > best.length ? text : best), '');
  const measure = core.trim() === '' ? longest : core.slice(0, MAX_LENGTH);
  const wanted = statedFacts(measure, names);
  const found = texts.flatMap((text, variant) =>
    text === measure ? [] : compare(variant, text, statedFacts(text, names), measure, wanted),
  );
  return [...found, ...nextUpdates(texts), ...mixedStrategy(variants)];
}

const MAX_LENGTH = 20_000;
/** A short text may leave these out and must not say them differently. */
const SPOKEN_ELSEWHERE: readonly FactKind[] = ['phone', 'mail', 'link'];

function compare(
  variant: number,
  text: string,
  said: readonly StatedFact[],
  measure: string,
  wanted: readonly StatedFact[],
): Inconsistency[] {
  const missing = wanted.filter((fact) => !said.some((other) => same(fact, other)));
  const extra = said.filter((fact) => !wanted.some((other) => same(fact, other)));
  const words = (source: string, facts: readonly StatedFact[]) =>
    [...new Set(facts.map(({ start, end }) => source.slice(start, end)))].join(', ').slice(0, 120);
  const added = unique(extra).map((fact): Inconsistency => {
    const instead = missing.filter(({ kind }) => kind === fact.kind);
    const differs = instead.length > 0;
    return {
      rule: differs ? 'differs' : 'added',
      severity: differs ? 'warn' : 'hint',
      variant,
      kind: fact.kind,
      said: words(text, [fact]),
      core: differs ? words(measure, instead) : null,
      start: fact.start,
      end: fact.end,
    };
  });
  const leftOut = unique(missing)
    .filter(({ kind }) => !extra.some((fact) => fact.kind === kind))
    .filter(({ kind }) => !SPOKEN_ELSEWHERE.includes(kind) || said.length > 0)
    .map((fact): Inconsistency => ({
      ...{ rule: 'left-out', severity: 'hint', variant, kind: fact.kind },
      ...{ said: null, core: words(measure, [fact]), start: null, end: null },
    }));
  return [...added, ...leftOut];
}

function same(one: StatedFact, other: StatedFact): boolean {
  if (one.kind !== other.kind) return false;
  if (one.value === other.value) return true;
  // A year may be left out, not changed.
  const yearless = (value: string): string => value.slice(value.indexOf('-', 1));
  const [a, b] = [one.value, other.value];
  return (
    one.kind === 'date' && (a.startsWith('-') || b.startsWith('-')) && yearless(a) === yearless(b)
  );
}

function unique(facts: readonly StatedFact[]): readonly StatedFact[] {
  return facts.filter((fact, index) => facts.findIndex((other) => same(fact, other)) === index);
}

function nextUpdates(texts: readonly string[]): Inconsistency[] {
  const promised = texts.map(nextUpdateOf);
  const first = promised.find((one) => one?.time != null)?.time;
  if (first == null) return [];
  return promised.flatMap((one, variant): Inconsistency[] => {
    if (one?.time == null || one.time === first) return [];
    const { start, end, time } = one;
    return [
      {
        ...{ rule: 'next-update-differs', severity: 'warn', variant, kind: 'time' },
        ...{ said: time, core: first, start, end },
      },
    ];
  });
}

const DENY = {
  de: indexPhrases([
    'stimmt/stimmen nicht',
    'ist/sind … falsch/unwahr/erfunden',
    'weisen … zurück',
    'entspricht nicht … tatsachen/wahrheit',
    'dementieren',
  ]),
  en: indexPhrases([
    'is/are … untrue/false/incorrect',
    'not true',
    'we deny',
    'reject the/this/these/any … claim/claims/allegation/allegations/accusation/accusations',
  ]),
};
const REBUILD = {
  de: indexPhrases(['entschuldig*', 'bitten … um verzeihung', 'tut … leid', 'unser/unsere fehler']),
  en: indexPhrases(['apologi*', 'we are sorry', "we're sorry", 'we were wrong', 'our mistake']),
};

/** Denying and apologising at once convinces nobody: of both, and of neither. A hint; theory is no gate. */
function mixedStrategy(variants: readonly WordingVariant[]): Inconsistency[] {
  const says = (index: typeof DENY) =>
    variants.some(({ text, language }) => findPhrases(readWords(text), index[language]).length > 0);
  if (!says(DENY) || !says(REBUILD)) return [];
  return [
    {
      ...{ rule: 'denies-and-rebuilds', severity: 'hint', variant: null, kind: null },
      ...{ said: null, core: null, start: null, end: null },
    },
  ];
}
