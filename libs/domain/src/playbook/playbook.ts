import type { LegalClockId } from '../clocks/legal-clock-id.js';
import type { CrisisRole } from '../crisis-role.js';
import type { Impact } from '../impact.js';
import type { Level } from '../level.js';
import type { TopicKind } from '../topic.js';
import type { ApprovalChain } from './approval-chain.js';
import type { ExitCriterion } from './exit-criterion.js';
import type { OutletChannel } from './outlet-channel.js';
import type { PlaybookStep } from './playbook-step.js';
import type { Text } from './text.js';
import type { WordingRule } from './wording-rule.js';

/** Whose fault people will see (Coombs); `none`: a quarrel over values, no fault at all. A hint, never a gate. */
export const SCCT_CLUSTERS = ['victim', 'accidental', 'preventable', 'none'] as const;
export type ScctCluster = (typeof SCCT_CLUSTERS)[number];

export const SCCT_STRATEGIES = [
  'inform', // instructing: what to do, what happens next
  'adjust', // adjusting: concern, correction
  'victimage',
  'deny',
  'diminish',
  'rebuild',
  'bolster',
] as const;
export type ScctStrategy = (typeof SCCT_STRATEGIES)[number];

/** What makes people, and the machine, think of this playbook. */
export interface Trigger {
  readonly id: string;
  readonly title: Text;
  /** Key terms of the alert that point here; `*` at the end stands for any ending. */
  readonly words: readonly string[];
  readonly topicKinds: readonly TopicKind[];
}

export interface Phase {
  readonly id: string;
  readonly title: Text;
  /** Shared steps and own ones, by due time. */
  readonly steps: readonly PlaybookStep[];
}

export interface Template {
  readonly id: string;
  /** One text for all of these; it fits the strictest of them. */
  readonly channels: readonly OutletChannel[];
  readonly title: Text;
  readonly body: Text;
  /** Names between braces, in order of first use. */
  readonly variables: readonly string[];
}

export interface LegalClockRef {
  readonly id: LegalClockId;
  /** Who assesses it. */
  readonly role: CrisisRole;
  /** When it concerns us. */
  readonly note: Text;
}

/** Something we owe the public or ourselves by a time; steps serve it. */
export interface PublicPromise {
  readonly id: string;
  readonly title: Text;
  /** From T0. */
  readonly minutes: number;
}

/** A playbook that was read, found without mistakes, and has its shared parts in it. */
export interface Playbook {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly summary: Text;
  readonly triggers: readonly Trigger[];
  readonly scct: {
    readonly cluster: ScctCluster;
    readonly strategies: readonly ScctStrategy[];
    readonly note: Text | null;
  };
  readonly wind: { readonly from: Level; readonly to: Level };
  readonly impact: { readonly from: Impact; readonly to: Impact };
  /** Starts by itself at this level; null: people start it. */
  readonly autoStart: Level | null;
  /** The day by which it must be looked over again, as YYYY-MM-DD. */
  readonly reviewBy: string;
  readonly includes: readonly string[];
  readonly phases: readonly Phase[];
  readonly templates: readonly Template[];
  readonly approval: ApprovalChain;
  readonly clocks: readonly LegalClockRef[];
  readonly promises: readonly PublicPromise[];
  readonly exit: readonly ExitCriterion[];
  readonly wording: readonly WordingRule[];
}
