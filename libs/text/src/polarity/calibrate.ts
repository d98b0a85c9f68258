import type { Column } from '../lexicon/lexicon.js';
import { CALIBRATION } from './calibration.data.js';
import { FEATURES } from './features.js';

/** Log-odds of negative, neutral, positive from the features of a text. */
export function logOdds(features: Float64Array, column: Column, into: Float64Array): Float64Array {
  const weights = CALIBRATION[column] as readonly number[];
  const size = FEATURES.length;
  for (let label = 0; label < 3; label++) {
    let sum = 0;
    for (let f = 0; f < size; f++)
      sum += (weights[label * size + f] as number) * (features[f] as number);
    into[label] = sum;
  }
  return into;
}

/** Turns log-odds into thousandths that sum to 1000 exactly; the largest takes the rounding. */
export function toPermille(odds: Float64Array): { neg: number; neu: number; pos: number } {
  const [a = 0, b = 0, c = 0] = odds;
  const top = Math.max(a, b, c);
  const neg = Math.exp(a - top);
  const neu = Math.exp(b - top);
  const pos = Math.exp(c - top);
  const unit = 1000 / (neg + neu + pos);
  const p = {
    neg: Math.round(neg * unit),
    neu: Math.round(neu * unit),
    pos: Math.round(pos * unit),
  };
  const rest = 1000 - p.neg - p.neu - p.pos;
  if (rest !== 0) {
    if (p.neg >= p.neu && p.neg >= p.pos) p.neg += rest;
    else if (p.neu >= p.pos) p.neu += rest;
    else p.pos += rest;
  }
  return p;
}
