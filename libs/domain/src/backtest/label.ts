import type { NoEventReason } from '../alert.js';

/** What people say of a stretch of the past. */
export const LABEL_KINDS = ['storm', 'nothing'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

/** Times in epoch milliseconds. */
export interface Label {
  readonly kind: LabelKind;
  readonly from: number;
  readonly to: number;
  /** Why it was nothing. */
  readonly reason: NoEventReason | null;
}
