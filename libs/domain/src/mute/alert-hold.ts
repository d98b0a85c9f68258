import type { PersonRef } from '../alert.js';
import type { Level } from '../level.js';

/** A higher alert of the same brand that says most of what this one says. */
export interface Explaining {
  readonly alertId: number;
  readonly number: number;
  readonly topicId: number;
  readonly topicName: string;
  /** Share of this topic's mentions that also belong to the other, 0 to 1. */
  readonly share: number;
}

/** Why an alert on record calls nobody. It is shown with this reason, and speaks up when the reason is gone. */
export type AlertHold = {
  /** The alert's level when it was first held back. */
  readonly fromLevel: Level;
} & (
  | {
      readonly kind: 'mute';
      readonly muteId: number;
      readonly until: string;
      readonly by: PersonRef;
      readonly reason: string;
    }
  | ({ readonly kind: 'explained' } & Explaining)
);
