import type { TopicView } from '@sturmwarte/contracts';
import type { PlainRule } from '@sturmwarte/domain';
import { countMentions } from '@sturmwarte/store';
import { House } from '../../chaos/house.js';
import { LiveConsole } from '../../chaos/live-console.js';
import { databaseProcesses, serverProcesses } from '../../chaos/processes.js';
import { cpuOfTree } from '../cpu.js';
import type { Contestant } from './contestant.js';
import { Ear } from './ear.js';
import type { ExactText } from './exact-text.js';
import { wordOf } from './mentions.js';
import { BENCH_TOPICS, THRESHOLD } from './threshold.js';
import { memoryOf, workerOf, type Worker } from './upkeep.js';

/** The built server with its embedded database, heard through the socket of a console. */
export async function startOurs({ negatives }: ExactText): Promise<Contestant> {
  const house = await House.found({ diskMb: null, bendable: false });
  const ear = new Ear();
  const numberOf = new Map<number, number>();
  const live = new LiveConsole(
    'bench',
    () => house.server.url,
    () => house.person.cookie,
    [house.brandId],
    ({ body }) => {
      if (body.type !== 'alert' || body.alert.evidence.cause !== 'rule') return;
      const number = numberOf.get(body.alert.topicId);
      if (number !== undefined) ear.hear(number);
    },
  );
  try {
    await watchTopics(house, negatives, numberOf);
    await live.open();
    return {
      name: 'Sturmwarte, plain rule, socket of a console',
      keeps: 'every mention, before the answer',
      durable: true,
      intake: {
        url: `${house.server.url}/api/v1/mentions`,
        headers: { authorization: `Bearer ${house.token}` },
      },
      ear,
      workers: await workersOf(house.dataDir),
      audit: async (sent) => {
        const db = await house.open();
        const stored = await countMentions(db.pool).finally(() => db.close());
        if (stored !== sent) throw new Error(`${sent} mentions acknowledged, ${stored} stored`);
        if (live.faults.length > 0) throw new Error(live.faults.join('; '));
      },
      async stop() {
        await live.close();
        await house.server.stop();
        await house.remove();
      },
    };
  } catch (error) {
    await live.close();
    await house.remove();
    throw error;
  }
}

async function watchTopics(
  house: House,
  negatives: number,
  numberOf: Map<number, number>,
): Promise<void> {
  const rule: PlainRule = { id: 'spike', negatives, minutes: THRESHOLD.minutes, level: 3 };
  for (let number = 0; number < BENCH_TOPICS; number++) {
    const name = wordOf(number);
    const body = { brandId: house.brandId, name, kind: 'company', query: name, rules: [rule] };
    const topic = await house.person.done<TopicView>('POST', '/topics', body);
    numberOf.set(topic.id, number);
  }
}

async function workersOf(dataDir: string): Promise<Worker[]> {
  const database = await databaseProcesses(dataDir);
  const [postmaster = 0] = database;
  // The database inherits the environment by which a server is known.
  const servers = (await serverProcesses(dataDir)).filter((pid) => !database.includes(pid));
  return [
    ...servers.map((pid) => workerOf('Sturmwarte: server', pid)),
    {
      name: 'Sturmwarte: PostgreSQL',
      cpu: () => cpuOfTree(postmaster),
      memory: async () => memoryOf(await databaseProcesses(dataDir)),
    },
  ];
}
