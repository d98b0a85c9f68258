import { describe, expect, it } from '@jest/globals';
import { ALARM_LEVEL } from '@sturmwarte/domain';
import { createReadStream, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Entry } from './entry.js';
import { readLines } from './read-file.js';
import { readTopics } from './read-topics.js';
import { courseOf, type CoursePoint } from './testing/course-of.js';

/** 14,485 real mentions of February 2015, beside the project: they are never copied into it. */
const recording = fileURLToPath(
  new URL('../../../../shared/data/replay/airlines-2015-02.ndjson', import.meta.url),
);
const topicsFile = fileURLToPath(new URL('../scenarios/airlines-topics.json', import.meta.url));
const present = existsSync(recording);
if (!present) console.log(`skipped: the airline recording is not there (${recording})`);

const SEEN = ['American', 'US Airways', 'JetBlue'];

async function airlineCourse(): Promise<CoursePoint[]> {
  const entries: Entry[] = [];
  for await (const read of readLines(createReadStream(recording), 'ndjson')) {
    if ('entry' in read) entries.push(read.entry);
  }
  const topics = await readTopics([], topicsFile);
  return courseOf(topics, entries, entries.at(-1)?.atMs ?? 0);
}

(present ? describe : describe.skip)('the winter storm of 22 February 2015', () => {
  // The sixth day of these topics: that many critics speak, each about once, makes up for what is not known of them yet.
  it('is an alarm that day for all three airlines it hit, and for no other in the week', async () => {
    const course = await airlineCourse();
    const alarms = course.filter(({ level }) => level >= ALARM_LEVEL);
    for (const airline of SEEN) {
      const days = alarms
        .filter(({ topic }) => topic === airline)
        .map(({ minute }) => new Date(minute * 60_000).toISOString().slice(0, 10));
      expect(days).toContain('2015-02-22');
    }
    expect([...new Set(alarms.map(({ topic }) => topic))].sort()).toEqual([...SEEN].sort());
  });
});
