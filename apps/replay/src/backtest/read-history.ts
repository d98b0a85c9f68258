import { hourOfWeekIn } from '@sturmwarte/clock';
import { entriesOfTopic, plannedPeakOf } from '@sturmwarte/detect';
import type { Topic } from '@sturmwarte/domain';
import {
  DetectorRepository,
  PeakRepository,
  TopicRepository,
  openDatabase,
} from '@sturmwarte/store';
import type { PlayOptions } from './play.js';
import type { CountRow } from './read-rows.js';

const DAY_MINUTES = 24 * 60;
const PAGE_MINUTES = 7 * DAY_MINUTES;
/** As far back as the page of the console plays: eight weeks, and four to learn before. */
const MOST_MINUTES = 12 * 7 * DAY_MINUTES;

export interface History {
  readonly topic: Topic;
  readonly rows: AsyncIterable<CountRow>;
  /** As the server of that database sets its detector. */
  readonly setting: Omit<PlayOptions, 'binMinutes'>;
  close(): Promise<void>;
}

/** The stored counts of a topic, as the back-test of the server reads them. Throws for an unknown topic. */
export async function readHistory(
  databaseUrl: string,
  topicId: number,
  timeZone: string,
): Promise<History> {
  const db = await openDatabase(databaseUrl, { poolSize: 2 });
  try {
    const topic = await new TopicRepository(db).find(topicId);
    const { rules, sensitivity: preset, headStart, cooldownMinutes } = topic;
    const calendar = await new PeakRepository(db).all();
    const peaks = entriesOfTopic(calendar, topic).map(plannedPeakOf);
    return {
      topic,
      rows: rowsOf(new DetectorRepository(db), topic),
      setting: {
        ...{ hourOfWeek: hourOfWeekIn(timeZone), rules, preset, headStart, cooldownMinutes },
        peaksOf: () => peaks,
      },
      close: () => db.close(),
    };
  } catch (error) {
    await db.close();
    throw error;
  }
}

async function* rowsOf(counts: DetectorRepository, { id, name }: Topic): AsyncGenerator<CountRow> {
  const last = await counts.lastMinute(id);
  if (last === null) return;
  const heard = await counts.voices(id, last - MOST_MINUTES, last + 1);
  for (let from = last - MOST_MINUTES; from <= last; from += PAGE_MINUTES) {
    const page = await counts.minutes(id, from, Math.min(from + PAGE_MINUTES, last + 1));
    for (const stored of page) {
      const { minute, total, negCount: negative } = stored;
      yield { topic: name, minute, total, negative, stored: { ...stored, ...heard.at(minute) } };
    }
  }
}
