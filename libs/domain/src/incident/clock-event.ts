import type { PersonRef } from '../alert.js';
import type { LegalClockId } from '../clocks/legal-clock-id.js';
import type { ClockVolume } from '../clocks/turns-of.js';
import type { ClockStageDue } from './incident-refs.js';

/** What may happen to a duty of the law, a promise or the first response. */
export type ClockEvent =
  | {
      readonly type: 'legal-clock-listed';
      readonly clock: LegalClockId;
      readonly run: number | null;
    }
  | {
      readonly type: 'legal-clock-started';
      readonly clock: LegalClockId;
      /** What the law counts from, ISO; `knowledge` is always among them. */
      readonly anchors: Readonly<Record<string, string>>;
      readonly stages: readonly ClockStageDue[];
      readonly reason: string;
    }
  | {
      readonly type: 'legal-clock-start-proposed';
      readonly clock: LegalClockId;
      readonly anchor: string;
      readonly reason: string;
    }
  | {
      readonly type: 'legal-clock-waiver-proposed';
      readonly clock: LegalClockId;
      readonly reason: string;
    }
  /** Not applicable: said by one entitled person, confirmed by a second. */
  | {
      readonly type: 'legal-clock-waived';
      readonly clock: LegalClockId;
      readonly reason: string;
      readonly proposedBy: PersonRef;
    }
  | {
      readonly type: 'legal-clock-reassessed';
      readonly clock: LegalClockId;
      readonly reason: string;
    }
  | {
      readonly type: 'legal-clock-fulfilled';
      readonly clock: LegalClockId;
      readonly stage: string;
      readonly proof: string;
      /** Stages whose due time moved by it: some are counted from when an earlier one was fulfilled. */
      readonly stages: readonly ClockStageDue[];
    }
  | { readonly type: 'update-promised'; readonly due: string; readonly text: string }
  | { readonly type: 'update-kept'; readonly promise: number; readonly proof: string }
  | {
      readonly type: 'update-moved';
      readonly promise: number;
      readonly due: string;
      readonly reason: string;
    }
  | {
      readonly type: 'first-response-given';
      readonly saidAt: string;
      readonly channel: string;
      readonly proof: string;
    }
  | {
      readonly type: 'clock-turned';
      readonly clock: string;
      readonly volume: ClockVolume;
      /** End of the clock's plan this turn belongs to, ISO: a clock that was set anew turns anew. */
      readonly plan: string;
    };
