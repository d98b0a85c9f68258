import fc from 'fast-check';

/** Strings with everything in them that has ever broken a reader. */
export const nastyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    ...['', ' ', '\u0000', '\ud800', '\udc00x', '\ufeff', '__proto__', '\u202e', '%00', '../..'],
    ...[
      "'",
      '"',
      "1' or '1'='1",
      '\\',
      '{}',
      '[object Object]',
      '%',
      '_',
      ':* & !',
      '((',
      '-',
      '*',
    ],
    ...['0', '-1', '1', '1e9', '99999999999999999999', 'NaN', 'null', 'true', 'de', 'lead', 'x'],
    ...[
      '2026-11-22T08:00:00Z',
      '99999-01-01T00:00:00Z',
      '0000-00-00',
      '2026-11-22',
      'post',
      'live',
    ],
  ),
);

/** What `JSON.parse` may answer, nested a little, with the names our contracts know among others. */
export const anyJson = (names: readonly string[]): fc.Arbitrary<unknown> =>
  fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      nastyText,
      fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        fc.nat({ max: 3 }),
      ),
      fc.constantFrom(null, true, false, -0, 2 ** 53, 1e308),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.constantFrom(...names), nastyText), tie('value'), { maxKeys: 6 }),
    ),
  })).value;
