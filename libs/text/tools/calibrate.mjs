#!/usr/bin/env node
// Fits the weights that turn the rules' findings into probabilities: calibrate.mjs TSV_FOLDER [VALIDATION_FOLDER]
// TSV_FOLDER: labelled texts whose licence lets weights be shipped (header `id lang label text`).
// VALIDATION_FOLDER: texts that only set the three offsets per language (files named *_val.tsv).
// Writes src/polarity/calibration.data.ts. Build the package first: the features are the library's own.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { standardLexicon } from '../dist/index.js';
import { FEATURES } from '../dist/polarity/features.js';
import { TextReader } from '../dist/polarity/text-reader.js';

const [folder, validation] = process.argv.slice(2);
if (!folder) {
  console.error('usage: calibrate.mjs TSV_FOLDER [VALIDATION_FOLDER]');
  process.exit(2);
}
const LABELS = ['neg', 'neu', 'pos'];
const SIZE = FEATURES.length;
/** Left out: the training texts are no complaints to firms, so what they teach about these would mislead. */
const UNTAUGHT = new Set(['threats', 'heated'].map((name) => FEATURES.indexOf(name)));
const SOURCES = {
  de: {
    'potts_de_train.tsv': 3,
    'xed_de.tsv': 1,
    'germeval18_de_offense.tsv': 0.5,
    'emotions_de.tsv': 0.3,
  },
  en: { 'goemotions_en_train.tsv': 1, 'xed_en.tsv': 0.5 },
};
const reader = new TextReader(standardLexicon());

function load(file, column, weight) {
  const offenceOnly = file.includes('offense');
  return fs
    .readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .filter(
      ([, , label, text]) => text && LABELS.includes(label) && !(offenceOnly && label !== 'neg'),
    )
    .map(([, , label, text]) => ({
      x: Float64Array.from(reader.read(text, column).features),
      label: LABELS.indexOf(label),
      weight,
    }));
}

function fit(rows) {
  const totals = [0, 0, 0];
  for (const { label, weight } of rows) totals[label] += weight;
  const all = totals[0] + totals[1] + totals[2];
  for (const row of rows) row.share = (row.weight / totals[row.label] / 3) * rows.length;
  const weights = new Float64Array(SIZE * 3);
  const momentum = new Float64Array(SIZE * 3);
  for (let round = 0; round < 250; round++) {
    const gradient = new Float64Array(SIZE * 3);
    for (const { x, label, share } of rows) {
      const p = softmax(odds(weights, x));
      for (let k = 0; k < 3; k++) {
        const error = ((k === label ? 1 : 0) - p[k]) * share;
        for (let f = 0; f < SIZE; f++) if (!UNTAUGHT.has(f)) gradient[k * SIZE + f] += error * x[f];
      }
    }
    for (let i = 0; i < weights.length; i++) {
      momentum[i] = 0.9 * momentum[i] + gradient[i] / rows.length - 0.0005 * weights[i];
      weights[i] += 0.3 * momentum[i];
    }
  }
  return { weights, all };
}
function odds(weights, x) {
  const out = [0, 0, 0];
  for (let k = 0; k < 3; k++) for (let f = 0; f < SIZE; f++) out[k] += weights[k * SIZE + f] * x[f];
  return out;
}
function softmax(values) {
  const top = Math.max(...values);
  const e = values.map((value) => Math.exp(value - top));
  const sum = e[0] + e[1] + e[2];
  return e.map((value) => value / sum);
}
function macroF1(scored, neg, neu) {
  const hit = [0, 0, 0];
  const said = [0, 0, 0];
  const gold = [0, 0, 0];
  for (const { o, label } of scored) {
    const s = [o[0] + neg, o[1] + neu, o[2]];
    const best = s[0] >= s[1] && s[0] >= s[2] ? 0 : s[1] >= s[2] ? 1 : 2;
    said[best]++;
    gold[label]++;
    if (best === label) hit[best]++;
  }
  return [0, 1, 2].reduce((sum, k) => sum + (2 * hit[k]) / Math.max(1, said[k] + gold[k]), 0) / 3;
}
/** The offsets with the best macro-F1, averaged over all nearly as good ones so that no peak of chance wins. */
function offsets(rows, weights) {
  const scored = rows.map(({ x, label }) => ({ o: odds(weights, x), label }));
  const tried = [];
  for (let neg = -1.2; neg <= 1.2; neg += 0.1)
    for (let neu = -1.2; neu <= 1.2; neu += 0.1)
      tried.push({ neg, neu, f1: macroF1(scored, neg, neu) });
  const best = Math.max(...tried.map(({ f1 }) => f1));
  const near = tried.filter(({ f1 }) => f1 > best - 0.012);
  const mean = (pick) => near.reduce((sum, item) => sum + pick(item), 0) / near.length;
  return { neg: mean((t) => t.neg), neu: mean((t) => t.neu), best, plain: macroF1(scored, 0, 0) };
}

const columns = [['de'], ['en'], ['de', 'en']].map((langs, column) => {
  const rows = langs.flatMap((lang) =>
    Object.entries(SOURCES[lang]).flatMap(([file, weight]) =>
      load(path.join(folder, file), column, weight),
    ),
  );
  const { weights } = fit(rows);
  if (validation) {
    const held = fs
      .readdirSync(validation)
      .filter(
        (file) => file.endsWith('_val.tsv') && langs.some((lang) => file.includes(`_${lang}_`)),
      )
      .flatMap((file) => load(path.join(validation, file), column, 1));
    const { neg, neu, best, plain } = offsets(held, weights);
    weights[0] += neg;
    weights[SIZE] += neu;
    console.log(
      `${langs}: ${rows.length} texts; on ${held.length} held out macro-F1 ${plain.toFixed(3)}, with offsets ${best.toFixed(3)} (neg ${neg.toFixed(2)}, neu ${neu.toFixed(2)})`,
    );
  }
  for (let f = 0; f < SIZE; f++)
    console.log(
      `  ${FEATURES[f].padEnd(18)} ${[0, 1, 2].map((k) => weights[k * SIZE + f].toFixed(2).padStart(6)).join(' ')}`,
    );
  return [...weights].map((weight) => Number(weight.toFixed(3)));
});
const here = path.dirname(fileURLToPath(import.meta.url));
fs.writeFileSync(
  path.join(here, '../src/polarity/calibration.data.ts'),
  `/**
 * Written by tools/calibrate.mjs. Per column (German, English, unknown language): weights for negative, then
 * neutral, then positive, each in the order of FEATURES.
 */
export const CALIBRATION: readonly (readonly number[])[] = ${JSON.stringify(columns)};
`,
);
