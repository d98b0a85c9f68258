/** Where acknowledged mentions must be found. */
export interface MentionTable {
  /** Makes a turn start like every other: empty, and with a checkpoint just made. */
  empty(): Promise<void>;
  count(): Promise<number>;
}
