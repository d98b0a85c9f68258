import { loadavg } from 'node:os';
import { bareCopy, countMentions, describeServer, emptyMentions } from '@sturmwarte/store';
import { startApi } from './api-process.js';
import { asRows, makeInputs } from './corpus.js';
import { cpuOf, cpuOfTree, parentOf } from './cpu.js';
import { sendAll, type LoadReport } from './load.js';
import type { BenchOptions } from './options.js';
import type { Sample, Series } from './report.js';
import type { Stand } from './stand.js';

export interface IntakeMeasurement {
  readonly intake: Series;
  readonly copyMention: Series;
  readonly copyBoth: Series;
  /** Acknowledgement times of all rounds, ascending, milliseconds. */
  readonly acks: readonly number[];
  readonly loads: readonly number[];
  readonly server: Awaited<ReturnType<typeof describeServer>>;
}

/**
 * Durable intake over HTTP, COPY into the mention table, COPY into it and its keys: A, B, C, A, B, C. The tables are
 * emptied and a checkpoint is made before every turn. Throws when stored and acknowledged differ.
 */
export async function measureIntake(
  stand: Stand,
  options: BenchOptions,
  say: (line: string) => void,
): Promise<IntakeMeasurement> {
  const { db } = stand;
  const server = await describeServer(db.pool);
  const postgres = parentOf(server.backend);
  const api = await startApi(stand.url);
  const samples: Record<'intake' | 'copyMention' | 'copyBoth', Sample[]> = {
    intake: [],
    copyMention: [],
    copyBoth: [],
  };
  const acks: number[] = [];
  const loads: number[] = [];
  const turn = async (node: () => number, work: () => Promise<number>): Promise<Sample> => {
    await emptyMentions(db.pool);
    const [node0, postgres0] = [node(), cpuOfTree(postgres)];
    const seconds = await work();
    const [node1, postgres1] = [node(), cpuOfTree(postgres)];
    const stored = await countMentions(db.pool);
    if (stored !== options.mentions) throw new Error(`${stored} of ${options.mentions} stored`);
    return {
      perSecond: options.mentions / seconds,
      nodeCpu: (node1 - node0) / options.mentions,
      postgresCpu: (postgres1 - postgres0) / options.mentions,
    };
  };
  try {
    await sendAll(
      api.url,
      stand.token,
      bodiesOf(makeInputs(20_000, 'warm', options.topics), options.batch),
      4,
    );
    for (let round = 1; round <= options.rounds; round++) {
      const inputs = makeInputs(options.mentions, `r${round}`, options.topics);
      const bodies = bodiesOf(inputs, options.batch);
      const rows = asRows(inputs, stand.sourceId);
      loads.push(loadavg()[0] ?? 0);
      samples.intake.push(
        await turn(
          () => cpuOf(api.pid),
          async () => {
            const report = await sendAll(api.url, stand.token, bodies, options.connections);
            check(report, options.mentions);
            acks.push(...report.acks);
            return report.seconds;
          },
        ),
      );
      for (const [name, keys] of [
        ['copyMention', false],
        ['copyBoth', true],
      ] as const) {
        samples[name].push(
          await turn(ownCpu, () => timed(() => bareCopy(db.pool, rows, { keys }))),
        );
      }
      say(`round ${round} of ${options.rounds}: ${summary(samples)}`);
    }
  } finally {
    await api.stop();
  }
  return {
    intake: { name: 'intake over HTTP', samples: samples.intake },
    copyMention: { name: 'COPY mention', samples: samples.copyMention },
    copyBoth: { name: 'COPY mention + keys', samples: samples.copyBoth },
    acks: acks.sort((a, b) => a - b),
    loads,
    server,
  };
}

function bodiesOf(inputs: readonly object[], batch: number): Buffer[] {
  const bodies: Buffer[] = [];
  for (let from = 0; from < inputs.length; from += batch) {
    bodies.push(Buffer.from(JSON.stringify(inputs.slice(from, from + batch))));
  }
  return bodies;
}

function check({ stored, refused }: LoadReport, sent: number): void {
  if (stored !== sent) throw new Error(`${stored} of ${sent} acknowledged, ${refused} refused`);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}

function ownCpu(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

function summary(samples: Readonly<Record<string, readonly Sample[]>>): string {
  return Object.entries(samples)
    .map(([name, list]) => {
      const last = list.at(-1);
      return `${name} ${Math.round(last?.perSecond ?? 0)}/s ${((last?.nodeCpu ?? 0) + (last?.postgresCpu ?? 0)).toFixed(1)} us`;
    })
    .join(', ');
}
