import { describe, expect, it } from '@jest/globals';
import { areCopies } from './are-copies.js';
import { clusterCopies } from './cluster-copies.js';
import { copySketch } from './copy-sketch.js';
import { hashtagsIn } from './hashtags-in.js';

const POST =
  'Der Akku meines neuen Nordlicht ist heute Nacht auf dem Nachttisch geschmolzen, wir hätten alle sterben können. Und der Kundendienst sagt, ich soll eine E-Mail schreiben!';
const same = (a: string, b: string): boolean => areCopies(copySketch(a), copySketch(b));

/** What people do to a text when they pass it on. */
const CHANGES: readonly (readonly [string, (text: string) => string])[] = [
  ['passed on as RT', (text) => `RT @anna_77: ${text}`],
  ['cut short', (text) => `${text.slice(0, 110)}…`],
  ['with a link added', (text) => `${text} https://news.example/a/9f8e7d6c5b4a?ref=42`],
  ['with one word changed', (text) => text.replace('Nachttisch', 'Küchentisch')],
  ['with hashtags added', (text) => `${text} #akkubrand #nordlicht #nie wieder #skandal`],
  ['quoted', (text) => `„${text}“ – das darf doch nicht wahr sein`],
  ['in capitals', (text) => text.toUpperCase()],
  ['with umlauts spelled out and a space lost', (text) => text.replace('hätten', 'haetten')],
  ['with invisible marks between the letters', (text) => text.replaceAll('e', 'e\u200b')],
];

describe('a copy', () => {
  for (const [what, change] of CHANGES) {
    it(`is known when it is ${what}`, () => {
      expect(same(POST, change(POST))).toBe(true);
      expect(same(change(POST), POST)).toBe(true);
    });
  }

  it('is not what somebody else says about the same thing', () => {
    expect(
      same(
        POST,
        'Mein Nordlicht wurde beim Laden so heiß, dass die Hülle Blasen wirft. Der Akku ist eine Gefahr, der Kundendienst meldet sich seit drei Tagen nicht.',
      ),
    ).toBe(false);
  });

  it('is not a longer text that happens to hold a short phrase', () => {
    const short = 'Nordlicht ist eine Katastrophe';
    expect(same(short, `${short}!!!`)).toBe(true);
    expect(same(short, `${short}, seit Tagen warte ich auf die zugesagte Antwort zum Akku`)).toBe(
      false,
    );
  });

  it('is never a text too short to be anybody’s own', () => {
    expect(copySketch('Frechheit!')).toHaveLength(0);
    expect(same('Frechheit!', 'Frechheit!')).toBe(false);
    expect(copySketch('😡'.repeat(500)).length).toBe(0);
  });

  it('is bounded and never throws, whatever strangers send', () => {
    expect(copySketch('\ud800\u0000'.repeat(50_000)).length).toBeLessThanOrEqual(256);
    expect(copySketch('a'.repeat(1_000_000))).toHaveLength(0);
    const long = Array.from({ length: 50_000 }, (_, i) => `wort${i}`).join(' ');
    expect(copySketch(long)).toHaveLength(256);
    expect(same(long, `RT @x: ${long}`)).toBe(true);
  });
});

describe('clusters of copies', () => {
  it('put a net of copies together and leave people’s own words apart', () => {
    const own = Array.from(
      { length: 50 },
      (_, i) =>
        `Person ${i * 7919} erzählt von ihrem Tag Nummer ${i} mit ${i * 31} Geräten im Haus`,
    );
    const net = CHANGES.map(([, change]) => change(POST));
    const texts = [POST, ...own.slice(0, 25), ...net, 'Ganz etwas anderes ohne jeden Bezug dazu'];
    const clusters = clusterCopies(texts.map(copySketch));
    expect(clusters[0]).toBe(0);
    expect(clusters.slice(26, 26 + net.length)).toEqual(net.map(() => 0));
    expect(clusters.at(-1)).toBe(Math.max(...clusters));
  });

  it('keep every short text a cluster of its own', () => {
    expect(clusterCopies(['ja', 'ja', 'ja'].map(copySketch))).toEqual([0, 1, 2]);
  });

  it('stay quick when everybody begins with the same phrase', () => {
    const texts = Array.from(
      { length: 3_000 },
      (_, i) => `Nordlicht Nordlicht Nordlicht ${(i * 2654435761) % 1_000_003} ${i ** 3}`,
    );
    const sketches = texts.map(copySketch);
    const before = performance.now();
    clusterCopies(sketches);
    expect(performance.now() - before).toBeLessThan(1_500);
  });
});

describe('hashtags', () => {
  it('are compared folded and kept as written, each once', () => {
    expect([...hashtagsIn('#AkkuBrand und #akkubrand, #Größe! kein#tag # #1 #2026 #ok')]).toEqual([
      ['akkubrand', 'AkkuBrand'],
      ['groesse', 'Größe'],
      ['ok', 'ok'],
    ]);
  });

  it('carry nothing that could turn a line around or run away', () => {
    const tags = hashtagsIn(`#evil\u202etxt\u200b #${'x'.repeat(400)} ${'#a1 #b2 '.repeat(500)}`);
    expect([...tags.values()].join('')).toMatch(/^[\p{L}\p{N}_]*$/u);
    expect(tags.size).toBeLessThanOrEqual(30);
  });
});
