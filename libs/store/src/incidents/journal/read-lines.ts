/** No entry is anywhere near as long. */
export const MOST_LINE_BYTES = 8 * 1_024 * 1_024;

/** A line without its newline; null where it is too long to be one of ours. */
export type Line = Buffer | null;

/** Lines of a file, one at a time in memory. A last line without a newline counts. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer): void => {
    length += part.length;
    if (length <= MOST_LINE_BYTES) parts.push(part);
    else parts = [];
  };
  const taken = (): Line => {
    const line = length > MOST_LINE_BYTES ? null : Buffer.concat(parts);
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      add(rest.subarray(0, end));
      yield taken();
      rest = rest.subarray(end + 1);
    }
    // Copied: who sends the chunk may use its memory again.
    if (rest.length > 0) add(Buffer.from(rest));
  }
  if (length > 0) yield taken();
}
