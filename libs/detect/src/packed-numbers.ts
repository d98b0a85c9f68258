/** Numbers as short text: safe in JSON, exact, and without a Node or browser API. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUE_OF = new Map([...DIGITS].map((digit, value) => [digit, value]));
/** Five bits a digit; the sixth says that more follow. */
const MORE = 32;

/** Whole numbers, small ones short; runs of zeros take two numbers. */
export function packWhole(values: ArrayLike<number>): string {
  let text = '';
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    text += digitsOf(value < 0 ? -value * 2 - 1 : value * 2);
    if (value !== 0) continue;
    const begun = i;
    while (i + 1 < values.length && (values[i + 1] ?? 0) === 0) i++;
    text += digitsOf(i - begun);
  }
  return text;
}

/** Fills `into` with what `packWhole` wrote. Throws RangeError for a text that does not fit. */
export function unpackWhole(
  text: string,
  into: { [index: number]: number; readonly length: number },
): void {
  const reader = { text, at: 0 };
  let i = 0;
  while (reader.at < text.length) {
    const zigzag = nextNumber(reader);
    const value = zigzag % 2 === 1 ? -(zigzag + 1) / 2 : zigzag / 2;
    const copies = value === 0 ? nextNumber(reader) + 1 : 1;
    if (i + copies > into.length) throw new RangeError('a packed text that is too long');
    for (let k = 0; k < copies; k++) into[i++] = value;
  }
  if (i !== into.length) throw new RangeError('a packed text that is too short');
}

function digitsOf(value: number): string {
  let text = '';
  let rest = value;
  while (rest >= MORE) {
    text += DIGITS[MORE + (rest % MORE)] ?? '';
    rest = Math.floor(rest / MORE);
  }
  return text + (DIGITS[rest] ?? '');
}

function nextNumber(reader: { readonly text: string; at: number }): number {
  let value = 0;
  let unit = 1;
  for (;;) {
    const digit = VALUE_OF.get(reader.text[reader.at++] ?? '');
    if (digit === undefined) throw new RangeError('a packed text with a foreign character');
    value += (digit % MORE) * unit;
    if (digit < MORE) return value;
    unit *= MORE;
  }
}
