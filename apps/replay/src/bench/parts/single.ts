import { fileURLToPath } from 'node:url';
import { timedCopies } from '@sturmwarte/store';
import type { BenchPart } from '../bench-part.js';
import { asRows, bodiesOf, makeInputs } from '../corpus.js';
import { sendAll, sendAtRate } from '../load.js';
import {
  median,
  number,
  quantile,
  rateRatio,
  ratioTable,
  seriesTable,
  spread,
  table,
  type Sample,
} from '../report.js';
import { Rig } from '../rig.js';
import { intakeTurn, withCost } from '../turn.js';
import { warmUp } from '../warm-up.js';

const ANSWERING = fileURLToPath(new URL('../yardsticks/answering-server.js', import.meta.url));
const CONNECTIONS = 64;
/** Mentions to a body, and rows to a commit of the yardstick, where times are compared. */
const BATCH = 100;
const BATCH_CONNECTIONS = 16;
const COMMITS = 200;
/** Part of its own capacity at which acknowledgements are timed. */
const AT_EASE = 0.25;

export const part: BenchPart = {
  name: 'single',
  says: 'Single mentions against the same framework without a database (P4); acknowledgement times at a quarter of the capacity against one bare commit (P5).',
  run: (options) => Rig.with(options, measure),
};

async function measure(rig: Rig): Promise<string> {
  const { rounds, mentions, topics, say } = rig.options;
  const stand = await rig.stand();
  const api = await rig.api(stand);
  const ours = { ...api, token: stand.token };
  const bare = { ...(await rig.child(ANSWERING, '/health', {})), token: '-' };
  const postgres = await rig.postgresOf(stand);
  const pids = { node: api.pid, postgres };
  const singles = Math.ceil(mentions / 4);
  const durable: Sample[] = [];
  const answered: Sample[] = [];
  const rates: number[] = [];
  const acks: number[] = [];
  const commits: number[] = [];
  await warmUp(ours);
  await warmUp(ours, 1, 5_000);
  await warmUp(bare, 1, 10_000);
  for (let round = 1; round <= rounds; round++) {
    rig.noteLoad();
    const bodies = bodiesOf(makeInputs(singles, `s${round}`, topics), 1);
    const one = await intakeTurn(stand.table, pids, () => sendAll(ours, bodies, CONNECTIONS), {
      stored: singles,
    });
    durable.push(one.sample);
    // What follows our commits must not take the time of the other's turn.
    await stand.table.empty();
    const cost = await withCost({ node: bare.pid, postgres }, () =>
      sendAll(bare, bodies, CONNECTIONS),
    );
    answered.push({
      perSecond: singles / cost.result.seconds,
      nodeCpu: cost.node / singles,
      postgresCpu: cost.postgres / singles,
      loadCpu: cost.own / singles,
    });

    const full = bodiesOf(makeInputs(mentions, `f${round}`, topics), BATCH);
    const { sample } = await intakeTurn(
      stand.table,
      pids,
      () => sendAll(ours, full, BATCH_CONNECTIONS),
      { stored: mentions },
    );
    rates.push(sample.perSecond);
    const eased = bodiesOf(makeInputs(Math.ceil(mentions / 2), `e${round}`, topics), BATCH);
    const bodiesPerSecond = (AT_EASE * sample.perSecond) / BATCH;
    const calm = await intakeTurn(
      stand.table,
      pids,
      () => sendAtRate(ours, eased, bodiesPerSecond, CONNECTIONS),
      { stored: Math.ceil(mentions / 2) },
    );
    acks.push(...calm.report.acks);
    await stand.table.empty();
    const rows = asRows(makeInputs(COMMITS * BATCH, `c${round}`, topics), stand.sourceId);
    commits.push(...(await timedCopies(stand.db.pool, rows, BATCH)));
    say(
      `round ${round} of ${rounds}: ${number(one.sample.perSecond)}/s, ${number(sample.perSecond)}/s`,
    );
  }
  acks.sort((a, b) => a - b);
  commits.sort((a, b) => a - b);
  const durableSeries = { name: 'durable, ours', samples: durable };
  const answeredSeries = { name: 'answered only, Nest on Fastify', samples: answered };
  const times = (name: string, list: readonly number[]): string[] => [
    name,
    ...[0.5, 0.9, 0.99].map((part) => number(quantile(list, part), 1)),
  ];
  return [
    seriesTable([durableSeries, answeredSeries], 'requests/s'),
    table(
      ['milliseconds', 'p50', 'p90', 'p99'],
      [
        times(
          `acknowledgement of ${BATCH} mentions, at ${number(AT_EASE * median(rates))}/s`,
          acks,
        ),
        times(`one COPY commit of ${BATCH} rows`, commits),
      ],
    ),
    ratioTable([
      {
        what: 'P4 single mentions, durable / answered only',
        value: rateRatio(durableSeries, answeredSeries),
        goal: { atLeast: 0.3 },
      },
      {
        what: 'P5 acknowledgement p99 / p50 of one bare commit',
        value: quantile(acks, 0.99) / quantile(commits, 0.5),
        goal: { atMost: 20 },
      },
    ]),
    `Capacity with bodies of ${BATCH} over ${BATCH_CONNECTIONS} connections: ${spread(rates)} mentions/s; a quarter of it was sent on schedule, times count from when a body was due.`,
    await rig.circumstances(
      stand,
      `${rounds} rounds; ${number(singles)} single mentions over ${CONNECTIONS} connections, ${number(topics)} topics`,
    ),
  ].join('\n\n');
}
