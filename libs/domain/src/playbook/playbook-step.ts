import type { LegalClockId } from '../clocks/legal-clock-id.js';
import type { CrisisRole } from '../crisis-role.js';
import type { Level } from '../level.js';
import type { AnswerRef, Condition } from './condition.js';
import type { Text } from './text.js';

export const STEP_KINDS = ['task', 'decision', 'draft', 'approval', 'clock', 'check'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** Due so many minutes after T0 (`after: null`) or after another step was done. */
export interface Due {
  readonly minutes: number;
  readonly after: string | null;
}

/** What must have happened before a step can begin: one of these steps done, or a decision answered so. */
export type Gate =
  | { readonly kind: 'steps'; readonly anyOf: readonly string[] }
  | ({ readonly kind: 'answer' } & AnswerRef);

export const INPUT_TYPES = [
  'text',
  'number',
  'time',
  'date',
  'link',
  'phone',
  'choice',
  'yes-no',
] as const;
export type InputType = (typeof INPUT_TYPES)[number];

/** What whoever does the step must enter. Its key is also the name of a variable in templates. */
export interface StepInput {
  readonly key: string;
  readonly label: Text;
  readonly type: InputType;
  readonly required: boolean;
  /** Words are entered once per language; names, numbers and addresses once for both. */
  readonly perLanguage: boolean;
  /** Characters at most: what template lengths are checked with. */
  readonly maxLength: number;
  /** Only for `choice`. */
  readonly choices: readonly { readonly id: string; readonly label: Text }[];
}

export interface DecisionOption {
  readonly id: string;
  readonly label: Text;
  /** What speaks for it. */
  readonly reason: Text;
  /** What follows from it, in words. */
  readonly consequence: Text;
  /** Steps that exist only by this option (or another one that names them too). */
  readonly opens: readonly string[];
  /** Steps this option takes off the table. */
  readonly closes: readonly string[];
}

/** Comes back while the run lasts: every so many minutes, by the level of the hour. */
export interface RepeatEvery {
  readonly levelFrom: Level;
  readonly minutes: number;
}

interface StepBase {
  readonly id: string;
  /** The file it comes from: the playbook's id, or the name of the shared part. */
  readonly origin: string;
  readonly phase: string;
  readonly role: CrisisRole;
  /** Roles that help; `role` answers for it. */
  readonly with: readonly CrisisRole[];
  readonly due: Due;
  readonly title: Text;
  readonly why: Text;
  readonly how: Text;
  /** All must be met. */
  readonly requires: readonly Gate[];
  readonly when: Condition;
  readonly inputs: readonly StepInput[];
  /** The promise this step serves. */
  readonly serves: string | null;
  /** Lowest level first; empty: once is enough. */
  readonly repeat: readonly RepeatEvery[];
}

export type PlaybookStep = StepBase &
  (
    | { readonly kind: 'task' | 'check' }
    | {
        readonly kind: 'decision';
        readonly options: readonly DecisionOption[];
        /** What we advise when nothing speaks against it. */
        readonly recommended: string | null;
      }
    | { readonly kind: 'draft'; readonly templates: readonly string[] }
    | { readonly kind: 'approval'; readonly draft: string }
    | { readonly kind: 'clock'; readonly clock: LegalClockId }
  );
export type DecisionStep = Extract<PlaybookStep, { kind: 'decision' }>;
