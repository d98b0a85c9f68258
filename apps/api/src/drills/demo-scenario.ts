import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, topicCreateSchema } from '@sturmwarte/contracts';
import { MINUTE_MS } from '@sturmwarte/domain';
import { z } from 'zod';
import { REPLAY_FOLDER } from './replay-folder.js';

export const DEMO_SCENARIO = 'demo-nordlicht';
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What the server must know of the bundled scenario; its words and their order are the player's matter. */
const scenarioSchema = z.object({
  title: z.object({ de: z.string(), en: z.string() }),
  brand: z.string(),
  startHour: z.number().int(),
  historyMinutes: z.number().int(),
  topics: z.array(topicCreateSchema.omit({ brandId: true, spaceId: true })).min(1),
});

export interface DemoStorm {
  readonly title: string;
  readonly brand: string;
  readonly topics: z.output<typeof scenarioSchema>['topics'];
  /** The day the storm is told to have happened, `YYYY-MM-DD`. */
  readonly day: string;
  /** Where the space's clock begins: the start of the quiet history. */
  readonly startsAt: string;
}

/** The bundled storm as of yesterday, so that everything told lies in the past. `nowMs`: the server's clock. */
export async function readDemoStorm(nowMs: number): Promise<DemoStorm> {
  const file = join(REPLAY_FOLDER, 'scenarios', DEMO_SCENARIO, 'scenario.json');
  const read = parse(scenarioSchema, JSON.parse(await readFile(file, 'utf8')));
  const dayMs = Math.floor(nowMs / DAY_MS) * DAY_MS - DAY_MS;
  const startMs = dayMs + (read.startHour * 60 - read.historyMinutes) * MINUTE_MS;
  return {
    title: read.title.de,
    brand: read.brand,
    topics: read.topics,
    day: new Date(dayMs).toISOString().slice(0, 10),
    startsAt: new Date(startMs).toISOString(),
  };
}
