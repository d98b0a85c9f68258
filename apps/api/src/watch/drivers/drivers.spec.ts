import { describe, expect, it } from '@jest/globals';
import type { Drivers } from '@sturmwarte/domain';
import { authorHashOf, type EvidenceRow } from '@sturmwarte/store';
import { clusterRows } from './cluster-rows.js';
import { driversOf, type DriversInput } from './drivers-of.js';
import { findThreads } from './driving-threads.js';
import { ownVoices } from './own-voices.js';
import { pickTelling } from './pick-telling.js';
import { readSaid } from './said.js';

const X = 0;
const REDDIT = 11;
const NEWS = 15;
let made = 0;

function aRow(over: Partial<EvidenceRow> = {}): EvidenceRow {
  const n = ++made;
  return {
    id: String(n),
    text: ownWords(n),
    title: null,
    channel: X,
    tier: 0,
    outlet: null,
    authorKey: keyOf(n),
    followers: 100,
    reach: null,
    sourceId: 1,
    externalId: `post ${n}`,
    repost: false,
    repostOf: null,
    thread: null,
    negative: 900,
    minute: 1_000 + (n % 60),
    ...over,
  };
}

/** Keys differ in their upper half, as hashes do. */
const keyOf = (n: number): string => String(BigInt(n) << 32n);

/** What a person says in words of their own. */
function ownWords(n: number): string {
  const words = (n * 2654435761).toString(36) + (n * 40503).toString(36) + n.toString(36).repeat(3);
  return `Person ${words} ärgert sich über Gerät ${words.split('').reverse().join('')}`;
}

const people = (count: number, over: (index: number) => Partial<EvidenceRow>): EvidenceRow[] =>
  Array.from({ length: count }, (_, index) => aRow(over(index)));

function look(rows: readonly EvidenceRow[], over: Partial<DriversInput> = {}) {
  const heard = clusterRows(rows, (row) => readSaid(row, ['nordlicht']));
  const voices = ownVoices(heard);
  const threads = findThreads(heard);
  const drivers = driversOf({
    heard,
    voices,
    isAll: true,
    since: null,
    usual: { counts: new Map(), texts: 0 },
    before: new Set(),
    heads: new Map(),
    threads,
    ...over,
  });
  return { drivers: drivers!, heard, voices };
}
const driversIn = (rows: readonly EvidenceRow[], over: Partial<DriversInput> = {}): Drivers =>
  look(rows, over).drivers;

/** The topic has been spoken about before, by these authors among others. */
const heardBefore = (...keys: readonly (string | null)[]): ReadonlySet<number> =>
  new Set([
    ...Array.from({ length: 40 }, (_, i) => 900_000 + i),
    ...keys.flatMap((key) => (key === null ? [] : authorHashOf(key))),
  ]);

const CALL = 'Kauft nichts mehr bei Nordlicht, deren Akkus brennen und keiner haftet dafür';

describe('who drives it', () => {
  it('is a net of accounts when the same text comes from strangers in step', () => {
    const net = people(40, (i) => ({ text: `${CALL} ${i}`, minute: 1_030 + (i % 2) }));
    const crowd = people(30, () => ({}));
    const { clusters, newAuthors, authors } = driversIn([...net, ...crowd], {
      before: heardBefore(...crowd.map(({ authorKey }) => authorKey)),
    });
    expect(clusters).toHaveLength(1);
    expect(clusters[0]).toMatchObject({ mentions: 40, reposts: 0, authors: 40 });
    expect(clusters[0]?.signs).toEqual(['new-authors', 'in-step']);
    expect(clusters[0]?.looksAutomated).toBe(true);
    expect([authors, newAuthors]).toEqual([70, 40]);
  });

  it('is not called automated when people known here pass one text around all hour', () => {
    const copies = people(40, (i) => ({ text: `${CALL} ${i}`, minute: 1_000 + i }));
    const { clusters, newAuthors } = driversIn(copies, {
      before: heardBefore(...copies.map(({ authorKey }) => authorKey)),
    });
    expect(clusters[0]).toMatchObject({ mentions: 40, signs: [], looksAutomated: false });
    expect(newAuthors).toBe(0);
  });

  it('is not called automated for open reposts, however quick; they belong to their original', () => {
    const original = aRow({ externalId: 'the video', text: CALL, followers: 50_000 });
    const reposts = people(50, () => ({
      text: '',
      repost: true,
      repostOf: 'the video',
      minute: 1_059,
    }));
    const { clusters, reposts: passedOn } = driversIn([...reposts, original]);
    expect(clusters).toHaveLength(1);
    expect(clusters[0]).toMatchObject({ mentionId: original.id, mentions: 51, reposts: 50 });
    expect(clusters[0]?.looksAutomated).toBe(false);
    expect(passedOn).toBe(50);
  });

  it('knows reposts of one original that was never stored as one', () => {
    const reposts = people(9, () => ({ text: 'a', repost: true, repostOf: 'gone' }));
    expect(driversIn(reposts).clusters[0]).toMatchObject({ mentions: 9, reposts: 9 });
    const other = people(9, (i) => ({ text: 'a', repost: true, repostOf: `gone ${i}` }));
    expect(driversIn(other).clusters).toEqual([]);
  });

  it('is one loud author when a quarter of it is theirs', () => {
    const crowd = people(20, () => ({}));
    const loud = people(12, () => ({ authorKey: keyOf(7) }));
    const { loudAuthor } = driversIn([...loud, ...crowd]);
    expect(loudAuthor).toEqual({ mentionId: loud[0]?.id, mentions: 12 });
    expect(driversIn(people(40, () => ({}))).loudAuthor).toBeNull();
    expect(driversIn(people(7, () => ({ authorKey: keyOf(7) }))).loudAuthor).toBeNull();
    expect(driversIn(people(40, () => ({ authorKey: null })))).toMatchObject({
      loudAuthor: null,
      authors: null,
      newAuthors: null,
    });
  });

  it('is a hashtag that many use who usually do not, written as they write it', () => {
    const rows = people(30, (i) => ({
      text: `${ownWords(i + 5_000)} #AkkuBrand ${i < 20 ? '#nordlicht' : '#Technik'}`,
    }));
    const usual = { counts: new Map([['technik', 80]]), texts: 100 };
    expect(driversIn(rows, { usual }).hashtags).toEqual([
      { tag: 'AkkuBrand', count: 30, lift: null },
    ]);
  });

  it('is no hashtag that only one author, or one copied text, brings along', () => {
    const loud = people(20, (i) => ({
      text: `${ownWords(i + 6_000)} #nurich`,
      authorKey: keyOf(7),
    }));
    const copied = people(20, () => ({ text: `${CALL} #kopiert` }));
    const crowd = people(20, () => ({}));
    expect(driversIn([...loud, ...copied, ...crowd]).hashtags).toEqual([]);
  });

  it('is a conversation where much of it is answers to one post', () => {
    const answers = people(12, () => ({ thread: 'the question', channel: REDDIT }));
    const crowd = people(30, () => ({}));
    const unknown = driversIn([...answers, ...crowd]).threads;
    expect(unknown).toEqual([
      { mentionId: answers[0]?.id, hasHead: false, answers: 12, channel: 'reddit' },
    ]);
    const heads = new Map([['1:the question', '4711']]);
    const known = driversIn([...answers, ...crowd], { heads }).threads;
    expect(known).toMatchObject([{ mentionId: '4711', hasHead: true }]);
  });

  it('names those whom many hear, and media whatever their reach', () => {
    const crowd = people(30, () => ({ followers: 80 }));
    const star = aRow({ followers: 250_000 });
    const paper = aRow({ tier: 2, outlet: 'nordblatt.example', followers: null, channel: NEWS });
    expect(driversIn([...crowd, star, paper]).multipliers).toEqual([
      { mentionId: star.id, channel: 'x', reach: 250_000, isOutlet: false, mentions: 1 },
      { mentionId: paper.id, channel: 'news', reach: null, isOutlet: true, mentions: 1 },
    ]);
    expect(driversIn(crowd).multipliers).toEqual([]);
  });

  it('calls nobody new where the topic has no past', () => {
    expect(driversIn(people(5, () => ({})))).toMatchObject({ authors: 5, newAuthors: null });
  });

  it('holds no word of anybody but hashtags, whatever strangers send', () => {
    const hostile = people(30, (i) => ({
      text: `<img src=x onerror=alert(${i})> "}],{ ${'\u202e\u0000\ud800'.repeat(2_000)} secret${i}`,
      title: '\u2028'.repeat(200),
      externalId: `__proto__${i % 2}`,
      thread: 'constructor',
      repostOf: i > 20 ? 'toString' : null,
    }));
    const drivers = driversIn(hostile);
    expect(drivers.read).toBe(30);
    expect(JSON.stringify(drivers)).not.toMatch(/img|secret|proto|constructor|toString/);
  });
});

describe('the telling mentions', () => {
  it('are five, one for each copied text and each author', () => {
    const net = people(40, (i) => ({ text: `${CALL} ${i}` }));
    const loud = people(20, () => ({ authorKey: keyOf(7) }));
    const crowd = people(10, () => ({}));
    const { heard } = look([...net, ...loud, ...crowd]);
    const chosen = new Set(pickTelling(heard, []));
    expect(chosen.size).toBe(5);
    const rows = heard.filter(({ row }) => chosen.has(row.id)).map(({ row }) => row);
    expect(rows.filter(({ text }) => text.startsWith(CALL))).toHaveLength(1);
    expect(rows.filter(({ authorKey }) => authorKey === keyOf(7)).length).toBeLessThanOrEqual(1);
  });

  it('show of copies the original whom most can hear', () => {
    const copies = people(6, (i) => ({ text: `${CALL} ${i}`, followers: i === 3 ? 9_000 : 10 }));
    expect(pickTelling(look(copies).heard, [])).toEqual([copies[3]?.id]);
  });

  it('prefer what is about the words that stand out, and what the others do not say', () => {
    const same = people(8, (i) => ({ text: `Rückruf kommt zu spät sagt ${ownWords(i + 9_000)}` }));
    const other = aRow({
      text: 'Der Brand in der Garage zerstörte das Auto der Nachbarin',
      channel: REDDIT,
    });
    const { heard } = look([...same, other]);
    const terms = [{ term: 'rueckruf', count: 8, lift: null }];
    const chosen = pickTelling(heard, terms);
    expect(chosen).toHaveLength(5);
    expect(chosen).toContain(other.id);
  });
});

describe('own voices', () => {
  it('count a copied text once, so that it cannot make the topic', () => {
    const net = people(50, (i) => ({ text: `${CALL} ${i}` }));
    const crowd = people(6, () => ({}));
    expect(look([...net, ...crowd]).voices).toHaveLength(7);
  });

  it('are the copies where hardly anybody says it in words of their own', () => {
    expect(look(people(6, (i) => ({ text: `${CALL} ${i}` }))).voices).toHaveLength(6);
  });
});
