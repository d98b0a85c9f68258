/** Fields that are numbers in a mention; everything else stays text. */
const NUMBERS = /^(version|rating|author\.followers|metrics\..+)$/;

/**
 * Rows of a CSV stream (RFC 4180; comma, semicolon or tab, told by the header), as objects: a column `author.id` becomes
 * `{author: {id}}`, empty cells are left out. A row with more cells than the header is null: it cannot be trusted.
 */
export async function* csvObjects(
  chunks: AsyncIterable<string>,
): AsyncGenerator<{ line: number; value: Record<string, unknown> | null }> {
  let header: string[] | undefined;
  for await (const { line, cells } of csvRows(chunks)) {
    if (cells.length === 1 && cells[0] === '') continue;
    if (header === undefined) header = cells.map((cell) => cell.trim());
    else yield { line, value: cells.length > header.length ? null : toObject(header, cells) };
  }
}

function toObject(header: readonly string[], cells: readonly string[]): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  header.forEach((name, index) => {
    const cell = cells[index] ?? '';
    if (name === '' || cell === '') return;
    const path = name.split('.');
    const last = path.pop() as string;
    let place = value;
    for (const step of path) place = (place[step] ??= {}) as Record<string, unknown>;
    place[last] = NUMBERS.test(name) ? Number(cell) : cell;
  });
  return value;
}

/** Splits a stream into rows; quoted cells may hold separators, doubled quotes and line ends. */
async function* csvRows(
  chunks: AsyncIterable<string>,
): AsyncGenerator<{ line: number; cells: string[] }> {
  let separator = '';
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let quoteBefore = false;
  let line = 1;
  let startedAt = 1;
  let head = '';
  for await (const chunk of chunks) {
    let text = chunk;
    if (separator === '') {
      head += chunk;
      if (!/[\r\n]/.test(head)) continue;
      text = head.replace(/^\uFEFF/, '');
      separator = separatorOf(text);
    }
    for (const sign of text) {
      if (sign === '\n') line++;
      if (quoted && !quoteBefore) {
        if (sign === '"') quoteBefore = true;
        else cell += sign;
        continue;
      }
      if (quoteBefore) {
        quoteBefore = false;
        if (sign === '"') {
          cell += sign;
          continue;
        }
        quoted = false;
      }
      if (sign === '"' && cell === '') quoted = true;
      else if (sign === separator) {
        cells.push(cell);
        cell = '';
      } else if (sign === '\n') {
        yield { line: startedAt, cells: [...cells, cell.replace(/\r$/, '')] };
        cells = [];
        cell = '';
        startedAt = line;
      } else cell += sign;
    }
  }
  if (cell !== '' || cells.length > 0) yield { line: startedAt, cells: [...cells, cell] };
}

function separatorOf(text: string): string {
  const header = text.split(/\r?\n/, 1)[0] ?? '';
  const counted = [',', ';', '\t'].map((sign) => ({ sign, count: header.split(sign).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).sign;
}
