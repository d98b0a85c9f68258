#!/usr/bin/env node
// Judges texts: predict.mjs < texts.ndjson > predictions.ndjson
// In: {"set","i","lang","text"} per line; out: {"set","i","label","pneg"}. Build the package first.
import readline from 'node:readline';
import { classify } from '../dist/index.js';

const SHORT = { negative: 'neg', neutral: 'neu', positive: 'pos' };
for await (const line of readline.createInterface({ input: process.stdin })) {
  const { set, i, lang, text } = JSON.parse(line);
  const [{ label, p }] = classify([lang ? { text, lang } : { text }]);
  console.log(JSON.stringify({ set, i, label: SHORT[label], pneg: p.neg }));
}
