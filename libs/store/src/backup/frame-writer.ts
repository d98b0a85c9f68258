import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { CHUNK_BYTES, type Frame } from './backup-format.js';

const compress = promisify<Buffer, Buffer>(gzip);
const NEWLINE = 0x0a;

/** Writes frames into a file and remembers what the closing ones must say. Holds about one chunk in memory. */
export class FrameWriter {
  private readonly whole = createHash('sha256');
  private table = createHash('sha256');
  private rows = 0;
  private waiting: Buffer[] = [];
  private waitingBytes = 0;
  private tables = 0;
  private allRows = 0;

  constructor(private readonly file: FileHandle) {}

  async frame(frame: Frame): Promise<void> {
    await this.write(Buffer.from(`${JSON.stringify(frame)}\n`));
  }

  /** One table's COPY text. @returns its rows: COPY text holds one line end a row, others are escaped */
  async data(name: string, columns: readonly string[], text: AsyncIterable<Buffer>) {
    await this.frame({ frame: 'table', name, columns });
    this.table = createHash('sha256');
    this.rows = 0;
    for await (const piece of text) {
      this.table.update(piece);
      this.rows += lineEnds(piece);
      this.waiting.push(piece);
      this.waitingBytes += piece.length;
      if (this.waitingBytes >= CHUNK_BYTES) await this.flush();
    }
    await this.flush();
    const { rows } = this;
    await this.frame({ frame: 'table-end', rows, sha256: this.table.digest('hex') });
    this.tables++;
    this.allRows += rows;
    return rows;
  }

  /** @returns rows of all tables */
  async end(): Promise<number> {
    const { tables, allRows: rows } = this;
    await this.frame({ frame: 'end', tables, rows, sha256: this.whole.copy().digest('hex') });
    return rows;
  }

  private async flush(): Promise<void> {
    if (this.waitingBytes === 0) return;
    const packed = await compress(Buffer.concat(this.waiting));
    this.waiting = [];
    this.waitingBytes = 0;
    await this.frame({ frame: 'data', bytes: packed.length });
    await this.write(packed);
  }

  private async write(bytes: Buffer): Promise<void> {
    this.whole.update(bytes);
    await this.file.writeFile(bytes);
  }
}

function lineEnds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
