import { isUtf8 } from 'node:buffer';
import { INTAKE_LIMITS } from '@sturmwarte/contracts';
import { refusal, type Refusal } from './refusal.js';

export interface TextLine {
  /** Counts from 1; empty lines count and are left out. */
  readonly line: number;
  readonly text: string;
  /** The last one, without a line end: perhaps only the beginning of a line. */
  readonly open: boolean;
}
export interface RefusedLine {
  readonly line: number;
  readonly refusal: Refusal;
}
export type SplitLine = TextLine | RefusedLine;

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Cuts a stream of bytes into lines, wherever its chunks end. Holds at most one line (of `maxBytes`); a longer one is
 * refused and passed over, a line that is no UTF-8 is refused alone. CRLF ends a line as well; a byte order mark at the
 * beginning is dropped.
 */
export class LineSplitter {
  private kept: Buffer[] = [];
  private keptBytes = 0;
  private skipping = false;
  private line = 0;

  constructor(private readonly maxBytes: number = INTAKE_LIMITS.lineBytes) {}

  push(chunk: Buffer): SplitLine[] {
    const lines: SplitLine[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      this.finish(chunk.subarray(start, end), lines, false);
      start = end + 1;
    }
    if (start < chunk.length) this.keep(chunk.subarray(start));
    return lines;
  }

  /** The stream is over: what is left, if anything. */
  end(): SplitLine[] {
    const lines: SplitLine[] = [];
    if (this.keptBytes > 0 || this.skipping) this.finish(Buffer.alloc(0), lines, true);
    return lines;
  }

  private keep(part: Buffer): void {
    if (this.skipping) return;
    this.keptBytes += part.length;
    if (this.keptBytes > this.maxBytes + BOM.length) {
      this.skipping = true;
      this.kept = [];
      return;
    }
    // A copy: the chunk it is cut from may be large, and used again by its owner.
    this.kept.push(Buffer.from(part));
  }

  private finish(rest: Buffer, lines: SplitLine[], open: boolean): void {
    this.line++;
    const bytes = this.keptBytes === 0 ? rest : Buffer.concat([...this.kept, rest]);
    const tooLong = this.skipping;
    this.kept = [];
    this.keptBytes = 0;
    this.skipping = false;
    const text = trimmed(bytes, this.line === 1);
    if (tooLong || text.length > this.maxBytes) {
      const max = this.maxBytes;
      lines.push({ line: this.line, refusal: refusal('line-too-long', { max }) });
    } else if (text.length > 0) {
      lines.push(this.decoded(text, open));
    }
  }

  private decoded(bytes: Buffer, open: boolean): SplitLine {
    const { line } = this;
    if (isUtf8(bytes)) return { line, text: bytes.toString('utf8'), open };
    return { line, refusal: refusal(open ? 'stream-truncated' : 'bad-utf8') };
  }
}

function trimmed(bytes: Buffer, first: boolean): Buffer {
  const start = first && bytes.subarray(0, 3).equals(BOM) ? BOM.length : 0;
  const end = bytes[bytes.length - 1] === RETURN ? bytes.length - 1 : bytes.length;
  return bytes.subarray(start, Math.max(start, end));
}
