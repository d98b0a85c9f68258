const START_BYTES = 64 * 1024;

/**
 * Lines of COPY's text format as bytes, encoded one by one: joined to one string first, a single emoji would make all
 * of it two bytes a character.
 */
export class RowBuffer {
  private bytes = Buffer.allocUnsafe(START_BYTES);
  private length = 0;

  add(line: string): void {
    const most = line.length * 3;
    if (this.length + most > this.bytes.length) this.grow(this.length + most);
    this.length += this.bytes.write(line, this.length, 'utf8');
  }

  get empty(): boolean {
    return this.length === 0;
  }

  take(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  private grow(needed: number): void {
    const larger = Buffer.allocUnsafe(Math.max(needed, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
