import type { Level } from '../level.js';
import type { Text } from './text.js';

/** What the machine can look up; `confirm` is for what only a person can say. */
export type ExitCheck =
  | {
      readonly kind: 'calm';
      readonly level: Level;
      readonly hours: number;
      /** Asked only of storms that reached this level, and of those below `peakBelow`. */
      readonly peakFrom: Level | null;
      readonly peakBelow: Level | null;
    }
  | { readonly kind: 'clocks' } // no legal clock running or not assessed
  | { readonly kind: 'promises' } // no promised update open
  | { readonly kind: 'answered' } // the queue of direct questions is empty
  | { readonly kind: 'handover' } // handed over to the line, signed by both
  | { readonly kind: 'step'; readonly step: string }
  | { readonly kind: 'words' } // nothing on its way or unknown, no emergency release unreviewed; the house's own
  | { readonly kind: 'confirm' };

export interface ExitCriterion {
  readonly id: string;
  readonly title: Text;
  readonly check: ExitCheck;
}
