import { describe, expect, it } from '@jest/globals';
import { minuteOf } from '@sturmwarte/domain';
import { courseOf } from '../testing/course-of.js';
import {
  bundledPlans,
  loadExpectedCourse,
  loadOutlets,
  loadPhrasebooks,
  loadPlan,
} from './bundled.js';
import { composeStorm, planTimes } from './compose-storm.js';
import { judgeCourse } from './judge-course.js';
import { topicsOf } from './subject.js';

const DAY = Date.parse('2026-09-15');
const library = { books: loadPhrasebooks(), outlets: loadOutlets() };

/** Its own seed and two more: a story is a kind of course, not one lucky draw. */
describe.each(bundledPlans())('the storm %s, by first look and detector', (name) => {
  const plan = loadPlan(name);
  it.each([plan.seed, 1, 2])(
    'told with seed %d makes the board do what it must, and no more',
    (seed) => {
      const { startMs, endMs } = planTimes(plan, DAY);
      const start = minuteOf(startMs);
      const course = courseOf(topicsOf(plan), composeStorm(plan, seed, DAY, library), endMs);
      const points = course.map((point) => ({ ...point, minute: point.minute - start }));
      expect(judgeCourse(points, plan, loadExpectedCourse(name))).toEqual([]);
    },
  );
});
