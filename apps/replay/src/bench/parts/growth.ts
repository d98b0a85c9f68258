import type { BenchPart } from '../bench-part.js';
import { bodiesOf, makeInputs } from '../corpus.js';
import { sendAll } from '../load.js';
import { number, rateRatio, ratioTable, seriesTable, type Sample } from '../report.js';
import { Rig } from '../rig.js';
import { forgetBacklog, switchSearch } from '../stages.js';
import { intakeTurn } from '../turn.js';
import { warmUp } from '../warm-up.js';

const TIMES_LARGER = 5;
const FILL_AT_ONCE = 100_000;

export const part: BenchPart = {
  name: 'growth',
  says: 'Intake into a table that holds five times as many mentions as another (P16; --rows is the smaller one).',
  run: (options) => Rig.with(options, measure),
};

/** Two databases on one server, filled through the intake, then measured in turns. */
async function measure(rig: Rig): Promise<string> {
  const { rounds, mentions, batch, connections, topics, rows, say } = rig.options;
  const contestants = [];
  for (const size of [rows, rows * TIMES_LARGER]) {
    const stand = await rig.stand();
    const api = await rig.api(stand);
    const pids = { node: api.pid, postgres: await rig.postgresOf(stand) };
    const target = { url: api.url, token: stand.token };
    await warmUp(target, batch);
    await stand.table.empty();
    // Off in both: the backlog of the filling would go on for minutes.
    await switchSearch(stand, false);
    for (let held = 0; held < size; held += FILL_AT_ONCE) {
      const count = Math.min(FILL_AT_ONCE, size - held);
      const bodies = bodiesOf(makeInputs(count, `fill${held}`, topics), batch);
      await sendAll(target, bodies, connections);
      await forgetBacklog(stand);
      say(`${number(held + count)} of ${number(size)} rows`);
    }
    contestants.push({
      name: `${number(size)} rows`,
      samples: [] as Sample[],
      stand,
      pids,
      target,
    });
  }
  const [small, large] = contestants as [(typeof contestants)[0], (typeof contestants)[0]];
  for (let round = 1; round <= rounds; round++) {
    rig.noteLoad();
    for (const { stand, pids, target, samples } of contestants) {
      const bodies = bodiesOf(makeInputs(mentions, `g${round}`, topics), batch);
      await stand.db.pool.query('checkpoint');
      const turn = await intakeTurn(stand.table, pids, () => sendAll(target, bodies, connections), {
        stored: mentions,
        keep: true,
      });
      samples.push(turn.sample);
      await forgetBacklog(stand);
    }
    say(`round ${round} of ${rounds}`);
  }
  return [
    seriesTable(contestants),
    ratioTable([
      {
        what: `P16 intake at ${large.name} / ${small.name}`,
        value: rateRatio(large, small),
        goal: { atLeast: 0.8 },
      },
    ]),
    `Each turn adds ${number(mentions)}: at the end they held ${number(await small.stand.table.count())} and ${number(await large.stand.table.count())}. Keys are random, as hashes are.`,
    await rig.circumstances(
      small.stand,
      `${rounds} rounds of ${number(mentions)} mentions in bodies of ${batch} over ${connections} connections, ${number(topics)} topics; no full-text index meanwhile`,
    ),
  ].join('\n\n');
}
