import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertDetail, AlertView } from '@sturmwarte/contracts';
import { MINUTE_MS } from '@sturmwarte/domain';
import { playInto } from '../play-into.js';
import type { Pace } from '../player.js';
import {
  BRAND,
  EMAIL,
  PASSWORD,
  startSourceServer,
  type SourceServer,
} from '../testing/source-server.js';
import {
  bundledPlans,
  loadExpectedCourse,
  loadOutlets,
  loadPhrasebooks,
  loadPlan,
} from './bundled.js';
import { planTimes } from './compose-storm.js';
import { judgeCourse, type CoursePoint } from './judge-course.js';
import type { Plan } from './plan.js';
import { prepareStorm } from './prepare-storm.js';

const DAY = Date.parse('2026-09-15');
const PATIENCE_MS = 10_000;
const library = { books: loadPhrasebooks(), outlets: loadOutlets() };

describe('a bundled storm through the real server', () => {
  let server: SourceServer;
  beforeAll(async () => {
    server = await startSourceServer();
  }, 120_000);
  afterAll(() => server?.close(), 60_000);

  it.each(bundledPlans())(
    '%s makes the board do what it must, and no more',
    async (name) => {
      const plan = loadPlan(name);
      const spaceId = await played(server.url, plan);
      const expected = loadExpectedCourse(name);
      let faults = ['nothing was judged'];
      for (const end = performance.now() + PATIENCE_MS; performance.now() < end;) {
        faults = judgeCourse(await courseIn(server, spaceId, plan), plan, expected);
        if (faults.length === 0) break;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      expect(faults).toEqual([]);
    },
    120_000,
  );
});

/** Plays as a person does who has no token. Answers the space that was made. */
async function played(server: string, plan: Plan): Promise<number> {
  const speed = { by: 'factor', factor: Infinity } as const;
  const prepared = prepareStorm(plan, { seed: plan.seed, dayMs: DAY, speed }, library);
  // Fewer batches than a play to watch needs: this is about what the board says, not how smoothly.
  const { startMs } = planTimes(plan, DAY);
  const pace: Pace = [
    { untilMs: startMs, speed: Infinity, batchMinutes: 20 },
    { untilMs: Infinity, speed: Infinity, batchMinutes: 2 },
  ];
  const into = { email: EMAIL, brand: BRAND, kind: 'drill', topics: [] } as const;
  const told: string[] = [];
  await playInto(
    { server, into, keepOpen: false, giveUpAfterMs: 30_000, name: plan.brand },
    { ...prepared, pace },
    { STURMWARTE_PASSWORD: PASSWORD },
    (line) => void told.push(line),
  );
  expect(told.at(-1)).toMatch(/, 0 rejected/);
  return Number(/^Space (\d+)/.exec(told.join('\n'))?.[1]);
}

/** How the topics rose and fell, as their alerts tell it; below the notice level there are none. */
async function courseIn(server: SourceServer, spaceId: number, plan: Plan): Promise<CoursePoint[]> {
  const { startMs } = planTimes(plan, DAY);
  const alerts = await server.get<AlertView[]>(`/alerts?space=${spaceId}`);
  const points: CoursePoint[] = [];
  for (const { id, topicName } of alerts) {
    const { history } = await server.get<AlertDetail>(`/alerts/${id}`);
    for (const event of history) {
      const level = levelOf(event);
      const minute = Math.floor((Date.parse(event.at) - startMs) / MINUTE_MS);
      if (level !== null) points.push({ minute, topic: topicName, level });
    }
  }
  return points.sort((a, b) => a.minute - b.minute);
}

function levelOf(event: AlertDetail['history'][number]): number | null {
  switch (event.type) {
    case 'raised':
    case 'reopened':
      return event.level;
    case 'level-changed':
      return event.to;
    case 'closed':
      return 0;
    case 'evidence-updated':
    case 'acknowledged':
    case 'noted':
    case 'held':
    case 'released':
      return null;
  }
}
