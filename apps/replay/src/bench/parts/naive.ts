import { fileURLToPath } from 'node:url';
import { openDatabase } from '@sturmwarte/store';
import type { BenchPart } from '../bench-part.js';
import { bodiesOf, makeInputs } from '../corpus.js';
import { sendAll } from '../load.js';
import type { MentionTable } from '../mention-table.js';
import { cpuRatio, number, rateRatio, ratioTable, seriesTable, type Sample } from '../report.js';
import { Rig } from '../rig.js';
import { intakeTurn } from '../turn.js';
import { warmUp } from '../warm-up.js';

const NAIVE = fileURLToPath(new URL('../yardsticks/naive-server.js', import.meta.url));
const SINGLE_CONNECTIONS = 64;
/** The naive server is slower by about so much: smaller turns keep them equally long. */
const SMALLER = 5;

export const part: BenchPart = {
  name: 'naive',
  says: 'Intake against express + zod + TypeORM repository.save, in batches and one by one (P3).',
  run: (options) => Rig.with(options, measure),
};

async function measure(rig: Rig): Promise<string> {
  const { rounds, mentions, batch, connections, say } = rig.options;
  const stand = await rig.stand();
  const ours = { ...(await rig.api(stand)), token: stand.token };
  const url = await rig.database.newDatabase();
  const theirs = { ...(await rig.child(NAIVE, '/health', { DATABASE_URL: url })), token: '-' };
  const { table, close } = await naiveTable(url);
  const postgres = await rig.postgresOf(stand);
  const sets = [
    { name: `bodies of ${batch}`, batch, connections, mentions, goal: 5 },
    {
      name: 'single mentions',
      batch: 1,
      connections: SINGLE_CONNECTIONS,
      mentions: Math.ceil(mentions / 5),
      goal: 8,
    },
  ].map((set) => ({ ...set, ours: [] as Sample[], theirs: [] as Sample[] }));
  try {
    await warmUp(ours);
    await warmUp(theirs, 500, 5_000);
    for (const target of [ours, theirs]) await warmUp(target, 1, 2_000);
    for (let round = 1; round <= rounds; round++) {
      rig.noteLoad();
      for (const set of sets) {
        for (const [target, place, kept, count] of [
          [ours, stand.table, set.ours, set.mentions],
          [theirs, table, set.theirs, Math.ceil(set.mentions / SMALLER)],
        ] as const) {
          const bodies = bodiesOf(
            makeInputs(count, `r${round}-${set.batch}`, rig.options.topics),
            set.batch,
          );
          const turn = await intakeTurn(
            place,
            { node: target.pid, postgres },
            () => sendAll(target, bodies, set.connections),
            { stored: count },
          );
          kept.push(turn.sample);
          // What follows our commits must not take the time of the other's turn.
          await stand.table.empty();
        }
      }
      say(`round ${round} of ${rounds}`);
    }
  } finally {
    await close();
  }
  const series = sets.map((set) => ({
    ours: { name: `ours, ${set.name}`, samples: set.ours },
    theirs: { name: `repository.save, ${set.name}`, samples: set.theirs },
    goal: { atLeast: set.goal },
    what: `P3 ${set.name}, ours / repository.save`,
  }));
  return [
    seriesTable(series.flatMap((one) => [one.ours, one.theirs])),
    ratioTable([
      ...series.map(({ what, goal, ours: one, theirs: other }) => ({
        what,
        value: rateRatio(one, other),
        goal,
      })),
      ...series.map(({ ours: one, theirs: other }) => ({
        what: `CPU per mention, ${other.name} / ours`,
        value: cpuRatio(other, one),
      })),
    ]),
    'Ours matches topics, judges polarity and counts meanwhile; the other stores rows and nothing else.',
    await rig.circumstances(
      stand,
      `${rounds} rounds of ${number(mentions)} mentions in bodies of ${batch} over ${connections} connections and ${number(mentions / 5)} single ones over ${SINGLE_CONNECTIONS}, a fifth of that for repository.save`,
    ),
  ].join('\n\n');
}

async function naiveTable(
  url: string,
): Promise<{ table: MentionTable; close: () => Promise<void> }> {
  const db = await openDatabase(url, { poolSize: 1 });
  return {
    table: {
      async empty() {
        await db.pool.query('truncate naive_mention');
        await db.pool.query('checkpoint');
      },
      async count() {
        const { rows } = await db.pool.query<{ n: string }>(
          'select count(*) as n from naive_mention',
        );
        return Number(rows[0]?.n);
      },
    },
    close: () => db.close(),
  };
}
