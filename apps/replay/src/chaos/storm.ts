import type { Random } from '../scenario/random.js';

/** A topic of this round, and how it fares. */
export interface Storm {
  readonly topicId: number;
  readonly word: string;
  /** From so many milliseconds into the load on people are angry; null: never. */
  readonly fromMs: number | null;
  /** Negative mentions sent. */
  angry: number;
}

const ANGRY = [
  'ist eine Katastrophe, nie wieder!',
  'hat mich betrogen, das ist eine Frechheit.',
  'ist der schlechteste Laden, absolut enttäuschend.',
  'is a disgrace, worst service ever.',
] as const;
/** Praise, as much as comes: small doubts about it must not add up to an alert. */
const CALM = [
  'ist wunderbar, vielen Dank!',
  'hat mich begeistert, großartiger Service.',
  'is excellent, I love it, thank you!',
] as const;
const ELSEWHERE = ['Der Zug fährt um acht.', 'The harbour is quiet this morning.'] as const;

export const angryText = (random: Random, word: string): string => `${word} ${random.pick(ANGRY)}`;
export const calmText = (random: Random, word: string): string => `${word} ${random.pick(CALM)}`;
export const otherText = (random: Random): string => random.pick(ELSEWHERE);
