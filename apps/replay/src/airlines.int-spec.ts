import { describe, expect, it } from '@jest/globals';
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

async function airlineCourse(): Promise<CoursePoint[]> {
  const entries: Entry[] = [];
  for await (const read of readLines(createReadStream(recording), 'ndjson')) {
    if ('entry' in read) entries.push(read.entry);
  }
  const topics = await readTopics([], topicsFile);
  return courseOf(topics, entries, entries.at(-1)?.atMs ?? 0);
}

(present ? describe : describe.skip)('the winter storm of 22 February 2015', () => {
  it('raises an alarm for US Airways and for JetBlue on that day', async () => {
    const course = await airlineCourse();
    for (const airline of ['US Airways', 'JetBlue']) {
      const alarms = course.filter(({ topic, level }) => topic === airline && level >= 3);
      const days = alarms.map(({ minute }) => new Date(minute * 60_000).toISOString().slice(0, 10));
      expect(days).toContain('2015-02-22');
    }
  });
});
