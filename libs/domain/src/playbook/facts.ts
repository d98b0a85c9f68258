import type { Impact } from '../impact.js';
import type { Level } from '../level.js';
import type { Channel } from '../mention.js';

/** What planning knows of a run; a fold of the incident's journal. */
export interface PlaybookFacts {
  /** The highest level since T0: what a storm once called for stays when it eases. */
  readonly peakLevel: Level;
  /** Null before anybody assessed it. */
  readonly impact: Impact | null;
  /** Id of the phase the run is in; null before it is in any. */
  readonly phase: string | null;
  readonly channels: readonly Channel[];
  /** Decision -> option chosen; the last answer counts. */
  readonly answers: Readonly<Record<string, string>>;
  readonly done: ReadonlySet<string>;
  readonly skipped: ReadonlySet<string>;
}
