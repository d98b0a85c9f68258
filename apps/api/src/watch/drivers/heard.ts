import type { EvidenceRow } from '@sturmwarte/store';
import type { Said } from './said.js';

/** A mention with what was read in it and the cluster of copies it belongs to. */
export interface Heard {
  readonly row: EvidenceRow;
  readonly said: Said;
  readonly cluster: number;
}
