import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../usage-error.js';
import type { ExpectedCourse, Plan } from './plan.js';
import type { Outlet } from './press.js';
import { TONGUES, type Phrasebook, type Tongue } from './speech.js';

/** Where the bundled stories and phrasebooks lie, seen from `dist` as from `src`. */
const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../scenarios');
const PLAN = 'storm.json';

/** Names of the bundled storms. */
export function bundledPlans(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => existsSync(join(FOLDER, name, PLAN)))
    .sort();
}

/** Reads a bundled storm. Throws UsageError for an unknown name. */
export function loadPlan(name: string): Plan {
  const names = bundledPlans();
  if (!names.includes(name)) {
    throw new UsageError(`There is no storm ${name}; bundled: ${names.join(', ')}.`);
  }
  return read<Plan>(name, PLAN);
}

export function loadExpectedCourse(name: string): ExpectedCourse {
  return read<ExpectedCourse>(name, 'expected.json');
}

export function loadPhrasebooks(): Record<Tongue, Phrasebook> {
  const books = TONGUES.map((lang) => [lang, read<Phrasebook>('speech', `${lang}.json`)] as const);
  return Object.fromEntries(books) as Record<Tongue, Phrasebook>;
}

export function loadOutlets(): Outlet[] {
  return read<Outlet[]>('speech', 'outlets.json');
}

function read<T>(...path: string[]): T {
  return JSON.parse(readFileSync(join(FOLDER, ...path), 'utf8')) as T;
}
