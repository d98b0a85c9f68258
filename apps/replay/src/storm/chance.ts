import { Random } from '../scenario/random.js';

/** A named stream of chance: what one part of a story draws never moves what another draws. */
export function streamOf(seed: number, name: string): Random {
  let state = 0x811c9dc5 ^ seed;
  for (const char of name) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return new Random(state);
}

export function gaussian(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}

/** Mean 1; the smaller the shape (a whole number), the wilder. */
export function gammaNoise(random: Random, shape: number): number {
  let sum = 0;
  for (let i = 0; i < shape; i++) sum -= Math.log(1 - random.next());
  return sum / shape;
}

/** How often something happens that happens `mean` times on average, for small and large means. */
export function poisson(random: Random, mean: number): number {
  if (mean <= 0) return 0;
  if (mean < 50) return random.poisson(mean);
  return Math.max(0, Math.round(mean + Math.sqrt(mean) * gaussian(random)));
}

/** A share between 0 and 1 around `mean`; the higher the concentration, the closer. */
export function shareAround(random: Random, mean: number, concentration: number): number {
  const weigh = (part: number): number => {
    const shape = Math.max(1, Math.round(part * concentration));
    return shape * gammaNoise(random, shape);
  };
  const pro = weigh(mean);
  return pro / (pro + weigh(1 - mean));
}

/** Many small and few huge values: 1 at least, without upper limit up to `most`. */
export function heavyTail(random: Random, exponent: number, most: number): number {
  return Math.min(most, (1 - random.next()) ** (-1 / exponent));
}
