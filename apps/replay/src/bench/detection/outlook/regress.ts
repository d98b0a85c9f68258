const ROUNDS = 60;
const RIDGE = 1e-3;
/** Errors below this count as this, or one case would decide. */
const SMALLEST_ERROR = 0.02;

export interface Case {
  readonly traits: readonly number[];
  readonly value: number;
  readonly weight: number;
}

/** The weights with the least absolute error: the middle, not the mean, so that a giant storm counts as one. */
export function leastAbsolute(cases: readonly Case[]): number[] {
  let weights = solve(cases, () => 1);
  for (let round = 0; round < ROUNDS; round++) {
    const before = weights;
    weights = solve(cases, ({ traits, value }) => {
      return 1 / Math.max(SMALLEST_ERROR, Math.abs(value - dot(before, traits)));
    });
  }
  return weights;
}

/** The weights under which what happened (value 1 or 0) is likeliest. */
export function logistic(cases: readonly Case[]): number[] {
  const size = cases[0]?.traits.length ?? 0;
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const before = weights;
    const steps = cases.map(({ traits, value, weight }) => {
      const sum = dot(before, traits);
      const chance = 1 / (1 + Math.exp(-sum));
      const spread = Math.max(1e-6, chance * (1 - chance));
      return { traits, value: sum + (value - chance) / spread, weight: weight * spread };
    });
    weights = solve(steps, () => 1);
  }
  return weights;
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

/** Weighted least squares by elimination; few unknowns, so nothing finer is needed. */
function solve(cases: readonly Case[], factor: (one: Case) => number): number[] {
  const size = cases[0]?.traits.length ?? 0;
  const rows = Array.from({ length: size }, (_, i) => {
    const row = new Array<number>(size + 1).fill(0);
    row[i] = RIDGE;
    return row;
  });
  for (const one of cases) {
    const weight = one.weight * factor(one);
    rows.forEach((row, i) => {
      const part = weight * (one.traits[i] ?? 0);
      for (let j = 0; j < size; j++) row[j] = (row[j] ?? 0) + part * (one.traits[j] ?? 0);
      row[size] = (row[size] ?? 0) + part * one.value;
    });
  }
  for (let i = 0; i < size; i++) eliminate(rows, i);
  return rows.map((row, i) => (row[size] ?? 0) / (row[i] ?? 1));
}

function eliminate(rows: number[][], at: number): void {
  const pivot = rows[at] ?? [];
  const head = pivot[at] ?? 1;
  rows.forEach((row, i) => {
    if (i === at) return;
    const times = (row[at] ?? 0) / head;
    if (times !== 0) pivot.forEach((value, j) => (row[j] = (row[j] ?? 0) - times * value));
  });
}
