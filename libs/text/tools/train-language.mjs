#!/usr/bin/env node
// Trains the language model: train-language.mjs TSV_FOLDER
// The folder holds xed_de, xed_en, potts_de_train, goemotions_en_train, germeval18_de_offense as `.tsv`
// (header `id lang label text`); other languages come from other-languages.tsv beside this script.
// Writes src/language/language-model.data.ts. Build the package first: the features are the library's own.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashGrams } from '../dist/language/hash-grams.js';

const BUCKETS = 9000;
const PASSES = 6;
const here = path.dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2];
if (!folder) {
  console.error('usage: train-language.mjs TSV_FOLDER');
  process.exit(2);
}
const NOISE = /https?:\/\/\S+|www\.\S+|[@#][\p{L}\p{N}_.-]+|&\w+;/gu;
let seed = 7;
const random = () => ((seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) >>> 8) / 2 ** 24;

const read = (file) =>
  fs
    .readFileSync(path.join(folder, file), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[3] ?? '');
const examples = [];
const add = (text, label, weight) => {
  const counts = new Map();
  let grams = 0;
  hashGrams(text.replace(NOISE, ' ').slice(0, 300), BUCKETS, (bucket) => {
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    grams++;
  });
  if (grams > 8) examples.push({ counts, scale: 1 / Math.sqrt(grams), label, weight });
};
const pieces = (text) => {
  // Short posts are the hard case: every text is also learned by a piece of it.
  const words = text.split(/\s+/);
  const from = Math.floor(random() * Math.max(1, words.length - 4));
  return [text, words.slice(from, from + 2 + Math.floor(random() * 4)).join(' ')];
};
const LIMIT = 9000;
for (const [label, files] of [
  [0, ['xed_de.tsv', 'potts_de_train.tsv', 'germeval18_de_offense.tsv']],
  [1, ['xed_en.tsv', 'goemotions_en_train.tsv']],
])
  for (const file of files)
    for (const text of read(file)
      .map((text) => ({ text, key: random() }))
      .sort((a, b) => a.key - b.key)
      .slice(0, LIMIT)
      .flatMap(({ text }) => pieces(text)))
      add(text, label, 1);
const others = fs
  .readFileSync(path.join(here, 'other-languages.tsv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t')[1]);
for (let round = 0; round < 22; round++)
  for (const text of others) for (const piece of pieces(text)) add(piece, 2, 1);

const totals = [0, 1, 2].map((label) => examples.filter((e) => e.label === label).length);
const weights = new Float64Array(BUCKETS * 3);
for (let pass = 0; pass < PASSES; pass++) {
  for (let i = examples.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [examples[i], examples[j]] = [examples[j], examples[i]];
  }
  const rate = 0.6 / (1 + pass);
  for (const { counts, scale, label } of examples) {
    const odds = [0, 0, 0];
    for (const [bucket, n] of counts)
      for (let k = 0; k < 3; k++) odds[k] += weights[bucket * 3 + k] * n * scale;
    const top = Math.max(...odds);
    const shares = odds.map((odd) => Math.exp(odd - top));
    const total = shares[0] + shares[1] + shares[2];
    const balance = examples.length / 3 / totals[label];
    for (let k = 0; k < 3; k++) {
      const step = rate * balance * ((k === label ? 1 : 0) - shares[k] / total) * scale;
      for (const [bucket, n] of counts)
        weights[bucket * 3 + k] += step * n - rate * 1e-6 * weights[bucket * 3 + k];
    }
  }
}
// 63 levels, one character each.
const sorted = [...weights].map(Math.abs).sort((a, b) => a - b);
const limit = sorted[Math.floor(sorted.length * 0.999)];
const STEPS = 31;
const code = (weight) => Math.max(-STEPS, Math.min(STEPS, Math.round((weight / limit) * STEPS)));
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-';
const text = [...weights].map((weight) => ALPHABET[code(weight) + STEPS]).join('');
const file = path.join(here, '../src/language/language-model.data.ts');
fs.writeFileSync(
  file,
  `/** Written by tools/train-language.mjs: one character per weight, three weights (de, en, other) per bucket. */
export const LANGUAGE_BUCKETS = ${BUCKETS};
export const LANGUAGE_SCALE = ${(limit / STEPS).toPrecision(5)};
export const LANGUAGE_ALPHABET =
  '${ALPHABET}';
export const LANGUAGE_WEIGHTS =
  '${text}';
`,
);
console.log(`${examples.length} examples (${totals.join(', ')}), ${text.length} characters`);
