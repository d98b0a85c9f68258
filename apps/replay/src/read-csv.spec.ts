import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvObjects } from './read-csv.js';

async function objects(...chunks: string[]): Promise<unknown[]> {
  const found: unknown[] = [];
  const stream = (async function* () {
    for (const chunk of chunks) yield chunk;
  })();
  for await (const { line, value } of csvObjects(stream)) found.push([line, value]);
  return found;
}

describe('a CSV recording', () => {
  it('becomes mentions: dotted columns nest, numbers are numbers, empty cells are left out', async () => {
    const text = 'externalId;text;author.id;author.followers;rating\r\n1;"so; ""heiß""";u1;12;\r\n';
    expect(await objects(text)).toEqual([
      [2, { externalId: '1', text: 'so; "heiß"', author: { id: 'u1', followers: 12 } }],
    ]);
  });

  it('keeps a post with line ends in one piece and counts lines as an editor does', async () => {
    expect(await objects('externalId,text\na,"one\ntwo"\nb,three')).toEqual([
      [2, { externalId: 'a', text: 'one\ntwo' }],
      [4, { externalId: 'b', text: 'three' }],
    ]);
  });

  it('names a row with too many cells instead of guessing', async () => {
    expect(await objects('externalId,text\na,b,c\n')).toEqual([[2, null]]);
  });

  it('does not mind where the stream was cut', async () => {
    const text = '\uFEFFexternalId\ttext\n1\t"a ""b""\nc"\n2\td\n';
    const whole = await objects(text);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: text.length - 1 }), async (cut) => {
        expect(await objects(text.slice(0, cut), text.slice(cut))).toEqual(whole);
      }),
    );
  });
});
