const START_BYTES = 256 * 1024;
const SPARE_MAX = 8;
/** Buffers of finished batches: memory outside the heap is dear to get and to give back. */
const spare: Buffer[] = [];

/**
 * Lines of COPY's text format as bytes, encoded one by one: joined to one string first, a single emoji would make all
 * of it two bytes a character.
 */
export class RowBuffer {
  private bytes = spare.pop() ?? Buffer.allocUnsafeSlow(START_BYTES);
  private length = 0;

  add(line: string): void {
    const most = line.length * 3;
    if (this.length + most > this.bytes.length) this.grow(this.length + most);
    this.length += this.bytes.write(line, this.length, 'utf8');
  }

  get empty(): boolean {
    return this.length === 0;
  }

  /** Valid until `release`. */
  take(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  /** Once its bytes have been sent and acknowledged. Do not touch it afterwards. */
  release(): void {
    if (spare.length < SPARE_MAX) spare.push(this.bytes);
    this.bytes = EMPTY;
    this.length = 0;
  }

  private grow(needed: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}

const EMPTY = Buffer.alloc(0);
