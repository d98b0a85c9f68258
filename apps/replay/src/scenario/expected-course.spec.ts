import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { minuteOf } from '@sturmwarte/domain';
import { courseOf } from '../testing/course-of.js';
import { composeScenario, scenarioTimes } from './compose-scenario.js';
import { loadScenario } from './scenario.js';

const file = new URL('../../scenarios/demo-nordlicht/expected.json', import.meta.url);
const expected = JSON.parse(readFileSync(file, 'utf8')) as {
  topic: string;
  firstCriticismMinute: number;
  alarm: { level: number; byMinute: number };
  peak: { level: number; tolerance: number; fromMinute: number; toMinute: number };
  end: { level: number };
  calm: { topics: string[]; level: number };
};
const DAY = Date.parse('2026-09-15');
const scenario = loadScenario('demo-nordlicht');
const { startMs, endMs } = scenarioTimes(scenario, DAY);
const course = courseOf(scenario.topics, composeScenario(scenario, DAY), endMs).map((point) => ({
  ...point,
  minute: point.minute - minuteOf(startMs),
}));
const mine = course.filter(({ topic }) => topic === expected.topic);

describe('the demo storm as the detector sees it', () => {
  it('is quiet before the first criticism', () => {
    const before = course.filter(({ minute }) => minute < expected.firstCriticismMinute);
    expect(before.filter(({ level }) => level >= 3)).toEqual([]);
  });

  it('alarms soon after the first criticism', () => {
    const alarm = mine.find(({ level }) => level >= expected.alarm.level);
    expect(alarm?.minute).toBeGreaterThan(expected.firstCriticismMinute);
    expect(alarm?.minute).toBeLessThanOrEqual(expected.alarm.byMinute);
  });

  it('peaks as a storm while the press writes', () => {
    const { level, tolerance, fromMinute, toMinute } = expected.peak;
    const top = mine.reduce((best, point) => (point.level > best.level ? point : best));
    expect(Math.abs(top.level - level)).toBeLessThanOrEqual(tolerance);
    expect(top.minute).toBeGreaterThanOrEqual(fromMinute);
    expect(top.minute).toBeLessThanOrEqual(toMinute);
  });

  it('has eased at the end', () => {
    expect(mine.at(-1)?.level).toBeLessThanOrEqual(expected.end.level);
  });

  it('leaves the competitor alone', () => {
    const { topics, level } = expected.calm;
    const others = course.filter(({ topic }) => topics.includes(topic));
    expect(others.filter((point) => point.level > level)).toEqual([]);
  });
});
