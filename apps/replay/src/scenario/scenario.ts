import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SpaceCreate } from '@sturmwarte/contracts';
import type { Channel, MentionKind, OutletTier } from '@sturmwarte/domain';
import { UsageError } from '../usage-error.js';

/** A storm told by the minute; minute 0 is where people begin to watch, before it lies quiet history. */
export interface Scenario {
  readonly title: { readonly de: string; readonly en: string };
  readonly brand: string;
  readonly topics: SpaceCreate['topics'];
  readonly seed: number;
  /** Hour of the day (UTC) at minute 0. */
  readonly startHour: number;
  readonly historyMinutes: number;
  readonly minutes: number;
  /** In which real time the minutes from 0 on are told, piece by piece. */
  readonly tempo: readonly { readonly untilMinute: number; readonly seconds: number }[];
  /** Share of the daily average by hour of the day (UTC): when people are awake. */
  readonly dayShape: readonly number[];
  /** Words a voice may fill in: `{town}`. */
  readonly slots: Readonly<Record<string, readonly string[]>>;
  readonly moments: readonly Moment[];
  readonly voices: readonly Voice[];
}

/** Something that happens once, at its minute. */
export interface Moment {
  readonly id: string;
  readonly minute: number;
  readonly source: 'netz' | 'presse';
  readonly channel: Channel;
  readonly kind: MentionKind;
  readonly outlet?: string;
  readonly outletTier?: OutletTier;
  readonly author: string;
  readonly followers?: number;
  readonly title?: string;
  readonly text: string;
  readonly lang: string;
  readonly parent?: string;
  readonly url?: string;
  readonly metrics?: Readonly<Record<string, number>>;
  /** How gladly it is passed on, beside other posts with 1. */
  readonly passedOn?: number;
}

/** Many people who talk alike. A text may hold `[one|other]` and `{slot}`. */
export interface Voice {
  readonly id: string;
  readonly lang: string;
  readonly channels: Partial<Record<Channel, number>>;
  readonly kinds: Partial<Record<MentionKind, number>>;
  /** Mentions an hour as a line through [minute, rate] points; nothing before the first and after the last. */
  readonly rate: readonly (readonly [number, number])[];
  /** Follows the hours of the day. */
  readonly daily?: boolean;
  /** Always the same author, e.g. customer service. */
  readonly author?: string;
  readonly ratings?: readonly number[];
  /** Endings appended now and then. */
  readonly tails?: readonly string[];
  /** Share of texts with a slip of the finger. */
  readonly slips?: number;
  /** Its posts may be passed on. */
  readonly passedOn?: boolean;
  /** It passes on what others wrote: its mentions are reposts and need no texts. */
  readonly passesOn?: boolean;
  /** The same text by many hands: a copied template. */
  readonly copied?: boolean;
  readonly texts?: readonly string[];
}

/** Where the bundled scenarios lie, seen from `dist` as from `src`. */
const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../scenarios');

/** Reads a bundled scenario. Throws UsageError for an unknown name. */
export function loadScenario(name: string): Scenario {
  const folder = join(FOLDER, name);
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(join(folder, 'scenario.json'))) {
    throw new UsageError(`There is no scenario ${name}; bundled: ${bundled().join(', ')}.`);
  }
  const files = readdirSync(join(folder, 'voices')).sort();
  const voices = files.flatMap((file) => read<Voice[]>(join(folder, 'voices', file)));
  return { ...read<Omit<Scenario, 'voices'>>(join(folder, 'scenario.json')), voices };
}

function bundled(): string[] {
  return readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, 'scenario.json')));
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
