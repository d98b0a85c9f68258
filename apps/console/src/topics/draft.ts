import { plainRuleSchema, type TopicPatch, type TopicView } from '@sturmwarte/contracts';
import {
  DEFAULT_SENSITIVITY,
  type Level,
  type PlainRule,
  type Sensitivity,
  type TopicKind,
} from '@sturmwarte/domain';
import { readHeadStart, writeHeadStart } from './head-start.js';

/** A rule as it is typed; the figures become numbers on saving. */
export interface TypedRule {
  readonly id: string;
  readonly negatives: string;
  readonly minutes: string;
  readonly level: Level;
}
/** A topic as it stands in the form. */
export interface Draft {
  readonly name: string;
  readonly kind: TopicKind;
  readonly query: string;
  readonly active: boolean;
  readonly sensitivity: Sensitivity;
  /** A number of one's own as it is typed; empty: as the choice says. */
  readonly headStart: string;
  readonly cooldownMinutes: number;
  readonly rules: readonly TypedRule[];
}

export const EMPTY_DRAFT: Draft = {
  name: '',
  kind: 'product',
  query: '',
  active: true,
  sensitivity: DEFAULT_SENSITIVITY,
  headStart: '',
  cooldownMinutes: 0,
  rules: [],
};

export function draftOf(topic: TopicView): Draft {
  const { name, kind, query, active, sensitivity, cooldownMinutes } = topic;
  const headStart = writeHeadStart(topic.headStart);
  const rules = topic.rules.map((rule) => ({
    ...rule,
    negatives: String(rule.negatives),
    minutes: String(rule.minutes),
  }));
  return { name, kind, query, active, sensitivity, headStart, cooldownMinutes, rules };
}

/** The rule as numbers; null when it is not one yet. */
export function readRule(typed: TypedRule): PlainRule | null {
  const rule = {
    ...typed,
    negatives: Number(typed.negatives.trim() || NaN),
    minutes: Number(typed.minutes.trim() || NaN),
  };
  const read = plainRuleSchema.safeParse(rule);
  return read.success ? read.data : null;
}

/** Every field of a topic that a person may change. */
export type WholeDraft = {
  readonly [K in keyof TopicPatch]-?: Exclude<TopicPatch[K], undefined>;
};

/** What saving would send: all of it; null while something is missing or wrong. */
export function readDraft(draft: Draft): WholeDraft | null {
  const rules = draft.rules.map(readRule).filter((rule) => rule !== null);
  const name = draft.name.trim();
  const query = draft.query.trim();
  const headStart = readHeadStart(draft.headStart);
  if (rules.length < draft.rules.length || name === '' || query === '') return null;
  if (headStart === undefined) return null;
  const { kind, active, sensitivity, cooldownMinutes } = draft;
  return { name, kind, query, active, sensitivity, headStart, cooldownMinutes, rules };
}

/** Only what differs, so that nobody's change to another field is undone; null when nothing does. */
export function changesOf(whole: WholeDraft, before: TopicView): TopicPatch | null {
  const changed = Object.entries(whole).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof TopicPatch]),
  );
  return changed.length === 0 ? null : Object.fromEntries(changed);
}

/** The smallest free name for one more rule. */
export function nextRuleId(rules: readonly { readonly id: string }[]): string {
  let number = 1;
  while (rules.some(({ id }) => id === `r${number}`)) number += 1;
  return `r${number}`;
}
