import type { Ear } from './ear.js';
import type { Intake } from './feed.js';
import type { Worker } from './upkeep.js';

/** Whoever takes mentions in and raises alerts. */
export interface Contestant {
  readonly name: string;
  /** What it keeps of the mentions it has acknowledged, for the table. */
  readonly keeps: string;
  /** Whether what it acknowledged survives a crash. */
  readonly durable: boolean;
  readonly intake: Intake;
  readonly ear: Ear;
  readonly workers: readonly Worker[];
  /** After each of its turns. */
  between?(): Promise<void>;
  /** Holds what was sent against what it has; throws where they differ. */
  audit?(sent: number): Promise<void>;
  stop(): Promise<void>;
}
