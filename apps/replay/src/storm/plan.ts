import type { Channel } from '@sturmwarte/domain';
import type { Ordinary } from './ordinary-week.js';
import type { Role, Theme, Tongue } from './speech.js';

/** Something said or done from a share (0 to 1) of the wave on, beside the others as often as its weight says. */
export type Phase<T extends string> = readonly [what: T, fromShare: number, weight: number];

/** A self-exciting wave: outrage or joy, depending on who speaks. */
export interface Wave {
  readonly kind: 'wave';
  readonly theme: Theme;
  readonly atMinute: number;
  readonly crowd: number;
  readonly reproduction: number;
  readonly firstPosts: number;
  /** Share of posts that only pass on what others wrote. */
  readonly reposts: number;
  readonly channels?: readonly Phase<Channel>[];
  readonly roles?: readonly Phase<Role>[];
  /** Accounts made for the purpose, which paste the copied texts; without it people do. */
  readonly accounts?: number;
  /** `atMinute` counts from the wave's first post. */
  readonly news?: { readonly atMinute: number; readonly crowd: number; readonly outlets: number };
}

/** Old mentions arriving late and all at once, as when an archive is connected. Ages when they arrive. */
export interface Flood {
  readonly kind: 'flood';
  readonly theme: Theme;
  readonly atMinute: number;
  readonly count: number;
  readonly overMinutes: number;
  readonly youngestHours: number;
  readonly oldestHours: number;
}

/** One author who does not stop. */
export interface Loud {
  readonly kind: 'loud';
  readonly theme: Theme;
  readonly atMinute: number;
  readonly minutes: number;
  readonly perHour: number;
  readonly followers: number;
  readonly channels: readonly Channel[];
}

export type Happening = Wave | Flood | Loud;

/** Who is talked about: names, and what stands in the texts' slots. */
export interface Subject {
  readonly brand: string;
  readonly handle: string;
  readonly tag: string;
}

/** A story told by the minute; minute 0 is where people begin to watch, before it lies quiet history. */
export interface Plan {
  readonly title: { readonly de: string; readonly en: string };
  readonly brand: string;
  readonly rival: string;
  /** Used when none is given. */
  readonly seed: number;
  /** Hour of the day (UTC) at minute 0. */
  readonly startHour: number;
  readonly historyMinutes: number;
  readonly minutes: number;
  readonly languages: Readonly<Record<Tongue, number>>;
  readonly ordinary: Ordinary;
  readonly rivalOrdinary: Ordinary;
  /** Words for slots of the texts that only this story knows, by language. */
  readonly slots?: Readonly<Record<Tongue, Readonly<Record<string, readonly string[]>>>>;
  readonly happenings: readonly Happening[];
}

/** What the board must and must not do; minutes of the story. */
export interface ExpectedCourse {
  /** First time at level 3 or above; null: never, in the whole story. */
  readonly alarm: { readonly fromMinute: number; readonly byMinute: number } | null;
  readonly peak: { readonly least: number; readonly most: number };
  /** From here to the end no higher than this. */
  readonly backDown: { readonly level: number; readonly byMinute: number };
  /** The rival's card stays below level 3 throughout. */
  readonly rivalPeakMost: number;
}
