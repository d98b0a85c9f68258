import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { BackupError } from './backup-error.js';
import {
  BACKUP_FORMAT,
  BACKUP_MAGIC,
  MOST_CHUNK_BYTES,
  MOST_LINE_BYTES,
  type Frame,
  type HeadFrame,
  type TableFrame,
} from './backup-format.js';

const unpack = promisify(gunzip);
const NEWLINE = 0x0a;
const READ_BYTES = 262_144;

/**
 * Reads a backup from its beginning to its end, checking everything it says about itself. Holds about one chunk in
 * memory. @throws BackupError `not-a-backup`, `newer-format`, `truncated`, `damaged`
 */
export class FrameReader {
  private readonly whole = createHash('sha256');
  private held: Buffer = Buffer.alloc(0);
  private place = 0;
  private table = '';
  private counted = 0;

  constructor(private readonly file: FileHandle) {}

  async head(): Promise<HeadFrame> {
    const frame = await this.frame().catch((error: unknown) => {
      if (error instanceof BackupError) throw new BackupError('not-a-backup', {}, { cause: error });
      throw error;
    });
    if (frame.frame !== 'head' || frame.magic !== BACKUP_MAGIC) {
      throw new BackupError('not-a-backup');
    }
    if (!(frame.format <= BACKUP_FORMAT)) {
      throw new BackupError('newer-format', { found: frame.format, known: BACKUP_FORMAT });
    }
    return frame;
  }

  /** The beginning of the next table. @throws when anything else comes */
  async tableNamed(name: string): Promise<TableFrame> {
    this.table = name;
    const frame = await this.frame();
    if (frame.frame !== 'table' || frame.name !== name) throw this.damaged('the table is missing');
    return frame;
  }

  /** Rows of the table just read, by its own account. */
  get rows(): number {
    return this.counted;
  }

  /** The COPY text of the table just begun, piece by piece. */
  async *text(): AsyncGenerator<Buffer> {
    const sum = createHash('sha256');
    for (;;) {
      const frame = await this.frame();
      if (frame.frame === 'table-end') {
        if (frame.sha256 !== sum.digest('hex')) throw this.damaged('the checksum does not fit');
        this.counted = frame.rows;
        return;
      }
      if (frame.frame !== 'data') throw this.damaged('rows are missing');
      const piece = await this.chunk(frame.bytes);
      sum.update(piece);
      yield piece;
    }
  }

  /** The closing frame, and nothing after it. */
  async end(): Promise<void> {
    const sum = this.whole.copy();
    const frame = await this.frame();
    if (frame.frame !== 'end' || frame.sha256 !== sum.digest('hex')) {
      throw this.damaged('the checksum of the file does not fit');
    }
    if (this.held.length > 0 || (await this.more()))
      throw this.damaged('something follows its end');
  }

  damaged(reason: string, cause?: unknown): BackupError {
    return new BackupError('damaged', { table: this.table, place: this.place, reason }, { cause });
  }

  private async frame(): Promise<Frame> {
    const line = await this.line();
    try {
      const frame = JSON.parse(line.toString('utf8')) as Frame;
      if (typeof frame === 'object' && frame !== null) return frame;
    } catch (error) {
      throw this.damaged('what should be a heading is none', error);
    }
    throw this.damaged('what should be a heading is none');
  }

  private async chunk(bytes: number): Promise<Buffer> {
    if (!Number.isSafeInteger(bytes) || bytes < 1 || bytes > MOST_CHUNK_BYTES) {
      throw this.damaged('a length is impossible');
    }
    while (this.held.length < bytes) await this.need();
    const packed = this.held.subarray(0, bytes);
    try {
      return await unpack(packed, { maxOutputLength: MOST_CHUNK_BYTES });
    } catch (error) {
      throw this.damaged('rows cannot be unpacked', error);
    } finally {
      this.pass(bytes);
    }
  }

  private async line(): Promise<Buffer> {
    for (let from = 0; ;) {
      const end = this.held.indexOf(NEWLINE, from);
      if (end >= 0) {
        const line = this.held.subarray(0, end);
        this.pass(end + 1);
        return line;
      }
      from = this.held.length;
      if (from > MOST_LINE_BYTES) throw this.damaged('a heading has no end');
      await this.need();
    }
  }

  private pass(bytes: number): void {
    this.whole.update(this.held.subarray(0, bytes));
    this.held = this.held.subarray(bytes);
    this.place += bytes;
  }

  private async need(): Promise<void> {
    if (await this.more()) return;
    const place = this.place + this.held.length;
    throw new BackupError('truncated', { table: this.table, place });
  }

  private async more(): Promise<boolean> {
    const { bytesRead, buffer } = await this.file.read(Buffer.allocUnsafe(READ_BYTES));
    this.held = Buffer.concat([this.held, buffer.subarray(0, bytesRead)]);
    return bytesRead > 0;
  }
}
