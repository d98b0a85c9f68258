import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readMention, type MentionRead } from './read-mention.js';

const nowMs = Date.parse('2026-11-22T10:00:00.000Z');
const read = (raw: unknown, serverMs?: number) =>
  readMention(raw, serverMs === undefined ? { nowMs } : { nowMs, serverMs });
const given = { externalId: 'p1', text: 'Guten Morgen' };

describe('a mention at the door', () => {
  it('needs an id and a text, everything else has a sensible default', () => {
    const result = read(given) as MentionRead;
    expect(result.mention).toEqual({
      externalId: 'p1',
      version: 0,
      kind: 'post',
      channel: 'other',
      outletTier: 'none',
      author: { id: '' },
      text: 'Guten Morgen',
      publishedAt: '2026-11-22T10:00:00.000Z',
      observedAt: '2026-11-22T10:00:00.000Z',
    });
    expect(result.observedMs).toBe(nowMs);
  });

  it('guesses what its sender left out: kind, weight of the outlet, author id', () => {
    const result = read({
      ...given,
      channel: 'print',
      parent: 'p0',
      author: { handle: 'ann' },
      lang: 'de-AT',
    }) as MentionRead;
    expect(result.mention).toMatchObject({
      kind: 'reply',
      outletTier: 'print',
      author: { id: 'ann', handle: 'ann' },
      lang: 'de',
    });
  });

  it('takes one time for the other when only one is given, and keeps its moment in UTC', () => {
    const result = read({ ...given, publishedAt: '2026-11-22T09:00:00+01:00' }) as MentionRead;
    expect(result.mention.observedAt).toBe('2026-11-22T08:00:00.000Z');
    expect(result.mention.publishedAt).toBe('2026-11-22T08:00:00.000Z');
  });

  it.each([
    [{ text: 'x' }, 'field-missing', { field: 'externalId' }],
    [{ externalId: 'p' }, 'field-missing', { field: 'text' }],
    [{ externalId: 'p', text: '\u202e\u0000 ' }, 'field-missing', { field: 'text' }],
    [{ ...given, channel: 'fax' }, 'field-invalid', { field: 'channel', found: 'fax' }],
    [{ ...given, version: -1 }, 'field-invalid', { field: 'version' }],
    [{ ...given, author: { followers: 'many' } }, 'field-invalid', { field: 'author.followers' }],
    [{ ...given, url: 'javascript:alert(1)' }, 'field-invalid', { field: 'url' }],
    [{ ...given, publishedAt: '22.11.2026' }, 'field-invalid', { field: 'publishedAt' }],
    [{ ...given, observedAt: '2026-11-22T10:11:00Z' }, 'date-in-future', { field: 'observedAt' }],
    [{ ...given, text: 'x'.repeat(20_001) }, 'text-too-long', { field: 'text', max: 20_000 }],
    [{ ...given, rating: 6 }, 'field-invalid', { field: 'rating' }],
    [{ ...given, op: 'drop' }, 'field-invalid', { field: 'op' }],
    [[given], 'field-invalid', { field: '' }],
    [null, 'field-invalid', { field: '' }],
  ])('refuses %j and names the field', (raw, code, params) => {
    expect(read(raw)).toMatchObject({ ok: false, code, params });
  });

  it('lets clocks differ a little, and measures the future of a replay by the later clock', () => {
    const soon = { ...given, observedAt: '2026-11-22T10:09:00Z' };
    expect(read(soon).ok).toBe(true);
    const replayed = { ...given, observedAt: '2026-11-22T15:00:00Z' };
    expect(read(replayed).ok).toBe(false);
    expect(read(replayed, Date.parse('2026-11-23T00:00:00Z')).ok).toBe(true);
  });

  it('understands erasure', () => {
    expect(read({ op: 'delete', externalId: 'p1' })).toEqual({ ok: true, delete: 'p1' });
  });

  it('strips control and bidi characters, keeps markup as the text it is', () => {
    const result = read({ ...given, text: 'a\u0000b\u202ec <script>alert(1)</script>\r\nd' });
    expect((result as MentionRead).mention.text).toBe('abc <script>alert(1)</script>\nd');
  });

  it('counts people’s characters, not code units', () => {
    expect(read({ ...given, text: '🙂'.repeat(20_000) }).ok).toBe(true);
    expect(read({ ...given, text: '🙂'.repeat(20_001) }).ok).toBe(false);
  });

  it('never throws, whatever comes, and what passes is clean', () => {
    const anything = fc.anything({ maxDepth: 3 });
    const shaped = fc.record(
      {
        externalId: fc.oneof(fc.string(), anything),
        text: fc.oneof(fc.string({ unit: 'binary' }), anything),
        author: anything,
        url: fc.oneof(fc.webUrl(), fc.string()),
        publishedAt: fc.oneof(fc.string(), anything),
        metrics: anything,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(anything, shaped), (raw) => {
        const result = read(raw);
        if (!result.ok || 'delete' in result) return;
        const { text } = result.mention;
        expect(text.trim()).toBe(text);
        // eslint-disable-next-line no-control-regex -- that none is left is the point
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/);
        expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
      }),
    );
  });
});
