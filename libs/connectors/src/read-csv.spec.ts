import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCsv, type CsvRow } from './read-csv.js';
import { Refused } from './refusal.js';

async function* chunks(bytes: Buffer, size = bytes.length || 1): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) {
    yield await Promise.resolve(bytes.subarray(at, at + size));
  }
}
async function rowsOf(text: string | Buffer, size?: number): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const row of readCsv(chunks(Buffer.from(text as string), size))) rows.push(row);
  return rows;
}

describe('a table of mentions', () => {
  it('is read with German headings, semicolons, German dates and numbers', async () => {
    const [row] = await rowsOf(
      '\ufeffBeitrags-ID;Datum;Autor;Follower;Inhalt;Kanal;Bewertung\r\n' +
        '17;22.11.2026 09:05;Jürgen;1.234;"Nie wieder; ""toll"" war das\nnicht";Forums;4,5\r\n',
    );
    expect(row).toEqual({
      line: 3,
      raw: {
        externalId: '17',
        publishedAt: '2026-11-22T09:05:00Z',
        author: { handle: 'Jürgen', followers: 1234 },
        text: 'Nie wieder; "toll" war das\nnicht',
        channel: 'forum',
        rating: 4.5,
      },
    });
  });

  it('is read as a listening tool exports it', async () => {
    const [row] = await rowsOf(
      'Resource Id,Date,Author,Full Name,Page Type,Snippet,Url,Language,X Followers\n' +
        'r1,2026-11-22 08:00:00.0,ann,Ann,twitter,Hello,https://example.org/1,en,12\n',
    );
    expect(row?.raw).toMatchObject({
      externalId: 'r1',
      publishedAt: '2026-11-22T08:00:00Z',
      author: { handle: 'ann', name: 'Ann', followers: 12 },
      channel: 'x',
      text: 'Hello',
    });
  });

  it('takes the address for the id where there is none', async () => {
    const [row] = await rowsOf('url,text\nhttps://example.org/2,Hello\n');
    expect(row?.raw['externalId']).toBe('https://example.org/2');
  });

  it('is the same wherever its chunks end', async () => {
    const text = Buffer.from('id,text\n1,"Überraschung 🙂, wirklich"\n2,"zwei\nZeilen"\n');
    const whole = await rowsOf(text);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 70 }), async (size) => {
        expect(await rowsOf(text, size)).toEqual(whole);
      }),
    );
  });

  it.each([
    ['name,age\nx,1\n', { code: 'bad-csv', params: { column: 'text' } }],
    ['', { code: 'bad-csv', params: { detail: 'no heading' } }],
    ['id,text\n1,"open\n', { code: 'bad-csv' }],
    [Buffer.from('id,text\n1,\xfcber\n', 'latin1'), { code: 'bad-utf8' }],
  ])('is refused when it is none: %j', async (text, refusal) => {
    const error: unknown = await rowsOf(text).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Refused);
    expect((error as Refused).refusal).toMatchObject(refusal);
  });
});
