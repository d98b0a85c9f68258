#!/usr/bin/env node
// First look, microseconds per mention of about 140 characters, with 10 to 50,000 topics in one automaton.
// bench-matcher.mjs [SECONDS_PER_SET]    Build the package first. Rounds are interleaved; medians are printed.
import { compileMatcher, parseQuery, standardLexicon } from '../dist/index.js';

const SIZES = [10, 1000, 10000, 50000];
const ROUNDS = 7;
const secondsPerSet = Number(process.argv[2] ?? 2);

let seed = 42;
const random = (n) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * n);
};
const SYLLABLES =
  'ba ber bo da den dor el fen ga gal hol kan kor la len lin lor ma mar mer na nor ol pan per ra ren ro sa sen sol ta tal ter tor ul va ven vor wal wen zan'.split(
    ' ',
  );
const name = () =>
  Array.from({ length: 2 + random(3) }, () => SYLLABLES[random(SYLLABLES.length)]).join('');
const PHRASES = [
  'Die Lieferung von gestern ist immer noch nicht angekommen und niemand geht ans Telefon',
  'Danke an das freundliche Team in der Filiale, alles hat problemlos geklappt',
  'Was denkt ihr über die neue App, lohnt sich das Update oder eher nicht?',
  'My flight was cancelled twice and nobody at the desk could tell us why',
  'Really great support today, they fixed the issue within five minutes',
  'Heute Abend läuft das Spiel, wer schaut mit uns zusammen im Biergarten?',
  'Unfassbar, schon wieder eine Preiserhöhung ohne jede Ankündigung 😡',
  'The company announced its quarterly results this morning in Frankfurt',
];
const brands = [];
const queryOf = () => {
  const brand = `${name()}${name()}`;
  brands.push(brand);
  const kind = random(4);
  if (kind === 0) return `${brand} OR @${brand} OR #${brand}`;
  if (kind === 1) return `"${brand} ${name()}" OR ${brand}*`;
  if (kind === 2) return `${brand} (${name()} OR *${name()}${name()}*) -${name()}`;
  return `${brand} NOT (${name()} OR lang:en)`;
};
const topics = Array.from({ length: SIZES.at(-1) }, (_, id) => {
  const parsed = parseQuery(queryOf());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return { id, query: parsed.query };
});

const words = Array.from({ length: 2000 }, name);
const mentions = Array.from({ length: 2000 }, (_, i) => {
  let text = PHRASES[random(PHRASES.length)];
  // Every third mention names a brand of the smallest set, so that all sizes have the same hits.
  if (i % 3 === 0) text = `${brands[random(SIZES[0])]} ${text}`;
  while (text.length < 140) text += ` ${words[random(words.length)]}`;
  return { text: text.slice(0, 140), source: 'bench', channel: 'x', authorHandle: name() };
});
const lexicon = standardLexicon();
const sets = SIZES.map((size) => {
  const start = performance.now();
  const matcher = compileMatcher(topics.slice(0, size), lexicon);
  return { size, matcher, buildMs: performance.now() - start, micros: [], hits: 0 };
});
const pass = (set) => {
  let hits = 0;
  for (const mention of mentions) hits += set.matcher.firstLook(mention).topics.length;
  return hits;
};
for (const set of sets) for (let i = 0; i < 5; i++) set.hits = pass(set);
for (let round = 0; round < ROUNDS; round++)
  for (const set of sets) {
    const until = performance.now() + (secondsPerSet * 1000) / ROUNDS;
    const start = process.cpuUsage();
    let seen = 0;
    while (performance.now() < until) {
      pass(set);
      seen += mentions.length;
    }
    const used = process.cpuUsage(start);
    set.micros.push((used.user + used.system) / seen);
  }
for (const { size, matcher, buildMs, micros, hits } of sets) {
  const sorted = micros.sort((a, b) => a - b);
  console.log(
    `${String(size).padStart(6)} topics  ${sorted[ROUNDS >> 1].toFixed(2)} us/mention (min ${sorted[0].toFixed(2)}, max ${sorted.at(-1).toFixed(2)})` +
      `  build ${buildMs.toFixed(0)} ms  tables ${(matcher.bytes / 1e6).toFixed(1)} MB  ${(hits / mentions.length).toFixed(2)} topics/mention`,
  );
}
