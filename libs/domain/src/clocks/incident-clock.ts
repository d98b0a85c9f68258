import type { PersonRef } from '../alert.js';

/** What an incident's clocks measure. */
export const CLOCK_KINDS = ['legal', 'step', 'approval', 'update', 'first-response'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** Instants at which a running clock grows louder, epoch ms; null: it never does. */
export interface ClockMarks {
  readonly amberMs: number | null;
  readonly redMs: number | null;
  /** Null: it counts up and can grow red, but is never overdue. */
  readonly dueMs: number | null;
}

/** What people have said about a clock. Whether it is overdue is not said: it follows from the time. */
export type ClockStanding =
  | { readonly kind: 'not-assessed' }
  | {
      readonly kind: 'not-applicable';
      readonly reason: string;
      readonly saidBy: PersonRef;
      /** The second person; null only where one is enough (anything but a legal clock). */
      readonly confirmedBy: PersonRef | null;
    }
  | { readonly kind: 'running'; readonly anchorMs: number; readonly marks: ClockMarks }
  | {
      readonly kind: 'fulfilled';
      readonly anchorMs: number;
      readonly marks: ClockMarks;
      readonly atMs: number;
      /** Receipt number, link, name of the attachment. */
      readonly proof: string;
    };

/** One clock of an incident, as the fold of its journal describes it: a stage of a legal clock, a step, a promise. */
export interface IncidentClock {
  /** Unique within the incident: `legal:NIS2:report`, `promise:12`. */
  readonly key: string;
  readonly kind: ClockKind;
  /** Since when the question stands. */
  readonly listedMs: number;
  readonly standing: ClockStanding;
}
