import type { MentionInput } from '@sturmwarte/contracts';

/**
 * One body for all contestants. Whose topic it is and how it sounds is written beside the text for those who do not find
 * out themselves; this server ignores both and reads.
 */
export interface BenchMention extends MentionInput {
  readonly topic: number;
  readonly negative: boolean;
}

/** Candidates: the first whose judgement makes the rule exact is taken. */
export const ANGRY = [
  'ist eine Katastrophe, schrecklich und eine Frechheit, nie wieder!',
  'hat mich betrogen, eine Frechheit, absolut schrecklich, nie wieder!',
  'ist der schlechteste Laden, eine Frechheit und eine Katastrophe.',
] as const;
/** Praise: what sounds neutral carries more doubt, and a rule adds doubts up. */
const CALM = 'is excellent, I love it, thank you!';
const CHANNELS = ['x', 'forum', 'bluesky', 'news'] as const;
const AUTHORS = 5_000;

/** The word a topic is known by; of equal length, so that none begins another. */
export function wordOf(topic: number): string {
  return `probe${String(topic).padStart(4, '0')}`;
}

export function calmMention(topic: number, key: string, n: number): BenchMention {
  return {
    externalId: `${key}-${n}`,
    channel: CHANNELS[n % CHANNELS.length] ?? 'x',
    author: { id: `a${n % AUTHORS}`, followers: n % 900 },
    text: `${wordOf(topic)} ${CALM} Visit ${n}.`,
    lang: 'en',
    topic,
    negative: false,
  };
}

export function angryMention(topic: number, text: string, key: string, n: number): BenchMention {
  return {
    externalId: `${key}-angry-${topic}-${n}`,
    channel: 'forum',
    author: { id: `angry-${topic}-${n}` },
    text: angryText(topic, text),
    lang: 'de',
    topic,
    negative: true,
  };
}

export function angryText(topic: number, text: string): string {
  return `${wordOf(topic)} ${text}`;
}
