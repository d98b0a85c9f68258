/**
 * A backup is one file: frames one after the other, each a line of JSON (UTF-8, ended by a newline). A `data` frame is
 * followed by as many raw bytes as it says: one gzip member whose content is a piece of PostgreSQL's COPY text format.
 *
 *     {"frame":"head", ...}
 *     {"frame":"table","name":"brand","columns":["id","name"]}
 *     {"frame":"data","bytes":212}<newline><212 bytes>          as often as needed
 *     {"frame":"table-end","rows":3,"sha256":"..."}             of the table's whole COPY text
 *     {"frame":"end","tables":25,"rows":8812,"sha256":"..."}    of every byte of the file before this frame
 *
 * Tables come in an order in which every reference points backwards. COPY text means the same to every version of
 * PostgreSQL, so a backup restores into another one.
 */
export const BACKUP_FORMAT = 1;
export const BACKUP_MAGIC = 'sturmwarte-backup';

/** One daily partition; ids from `from` (inclusive) to `to` (exclusive). */
export interface PartitionFrame {
  readonly parent: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

export interface SequenceFrame {
  readonly name: string;
  readonly last: string;
  /** False: `last` itself comes next. */
  readonly called: boolean;
}

export interface HeadFrame {
  readonly frame: 'head';
  readonly magic: typeof BACKUP_MAGIC;
  readonly format: number;
  readonly madeAt: string;
  /** Version of the PostgreSQL it comes from; for people. */
  readonly postgres: string;
  /** Names of the migrations the schema had, in their order. */
  readonly migrations: readonly string[];
  readonly partitions: readonly PartitionFrame[];
  readonly sequences: readonly SequenceFrame[];
  /** Salt of the authors' pseudonyms; null when the backup was made without it. */
  readonly secret: string | null;
  readonly tables: readonly string[];
}

export interface TableFrame {
  readonly frame: 'table';
  readonly name: string;
  readonly columns: readonly string[];
}
export interface DataFrame {
  readonly frame: 'data';
  readonly bytes: number;
}
export interface TableEndFrame {
  readonly frame: 'table-end';
  readonly rows: number;
  readonly sha256: string;
}
export interface EndFrame {
  readonly frame: 'end';
  readonly tables: number;
  readonly rows: number;
  readonly sha256: string;
}
export type Frame = HeadFrame | TableFrame | DataFrame | TableEndFrame | EndFrame;

/** COPY text gathered before it is compressed into one data frame. */
export const CHUNK_BYTES = 1_048_576;
/** No frame's line and no chunk's content is larger; a file that says otherwise is damaged. */
export const MOST_LINE_BYTES = 16_777_216;
export const MOST_CHUNK_BYTES = 268_435_456;
