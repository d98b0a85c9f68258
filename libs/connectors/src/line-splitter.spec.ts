import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LineSplitter, type SplitLine } from './line-splitter.js';
import { readJsonBody, readJsonLine } from './read-json.js';

function split(bytes: Buffer, cuts: readonly number[] = [], maxBytes?: number): SplitLine[] {
  const splitter = new LineSplitter(maxBytes);
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  const lines: SplitLine[] = [];
  let start = 0;
  for (const end of [...places, bytes.length]) {
    lines.push(...splitter.push(bytes.subarray(start, end)));
    start = end;
  }
  return [...lines, ...splitter.end()];
}

describe('lines of a stream', () => {
  it('are the same wherever the chunks end', () => {
    const text = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 6 });
    const end = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(text, end, fc.array(fc.nat()), fc.boolean(), (parts, newline, cuts, bom) => {
        const whole = (bom ? '\ufeff' : '') + parts.join(newline);
        const bytes = Buffer.from(whole, 'utf8');
        expect(split(bytes, cuts)).toEqual(split(bytes));
        const expected = parts
          .join(newline)
          .split('\n')
          .map((line) => line.replace(/\r$/, ''))
          .filter((line) => line !== '');
        const found = split(bytes).map((line) => ('text' in line ? line.text : null));
        if (!expected.some((line) => line.startsWith('\ufeff'))) expect(found).toEqual(expected);
      }),
    );
  });

  it('keep their numbers when lines between them are empty', () => {
    const lines = split(Buffer.from('a\n\n\r\nb\n'));
    expect(lines).toEqual([
      { line: 1, text: 'a', open: false },
      { line: 4, text: 'b', open: false },
    ]);
  });

  it('refuses a line of a megabyte alone, without holding it', () => {
    const long = Buffer.alloc(1_000_000, 0x78);
    const splitter = new LineSplitter(1_000);
    const lines: SplitLine[] = [...splitter.push(Buffer.from('a\n'))];
    for (let at = 0; at < long.length; at += 500) {
      lines.push(...splitter.push(long.subarray(at, at + 500)));
    }
    lines.push(...splitter.push(Buffer.from('\nb\n')), ...splitter.end());
    expect(lines).toMatchObject([
      { line: 1, text: 'a' },
      { line: 2, refusal: { code: 'line-too-long', params: { max: 1_000 } } },
      { line: 3, text: 'b' },
    ]);
  });

  it('refuses a line that is no UTF-8 alone', () => {
    const lines = split(
      Buffer.concat([Buffer.from('ü\n'), Buffer.from([0xfc, 10]), Buffer.from('b\n')]),
    );
    expect(lines).toMatchObject([
      { line: 1, text: 'ü' },
      { line: 2, refusal: { code: 'bad-utf8' } },
      { line: 3, text: 'b' },
    ]);
  });

  it('tells a broken last line from a wrong one', () => {
    const [wrong, broken] = split(Buffer.from('{"a":\n{"a":'));
    expect(wrong && 'text' in wrong && readJsonLine(wrong)).toMatchObject({ code: 'bad-json' });
    expect(broken && 'text' in broken && readJsonLine(broken)).toMatchObject({
      code: 'stream-truncated',
    });
  });
});

describe('a JSON body', () => {
  it('is one object or an array of a bounded size, in UTF-8', () => {
    expect(readJsonBody(Buffer.from('{"a":1}'))).toEqual({
      ok: true,
      items: [{ a: 1 }],
      single: true,
    });
    expect(readJsonBody(Buffer.from('[1,2]'))).toEqual({ ok: true, items: [1, 2], single: false });
    expect(readJsonBody(Buffer.from('[1,'))).toMatchObject({ ok: false, code: 'bad-json' });
    expect(readJsonBody(Buffer.from([0x22, 0xff, 0x22]))).toMatchObject({ code: 'bad-utf8' });
    const many = Buffer.from(JSON.stringify(new Array(10_001).fill(0)));
    expect(readJsonBody(many)).toMatchObject({ code: 'too-many-items', params: { max: 10_000 } });
  });

  it('does not quote what people wrote when it refuses', () => {
    expect(JSON.stringify(readJsonBody(Buffer.from('{"text": Geheimnis}')))).not.toContain(
      'Geheim',
    );
  });
});
