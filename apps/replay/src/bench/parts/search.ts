import type { BenchPart } from '../bench-part.js';
import { bodiesOf, makeInputs } from '../corpus.js';
import { sendAll, sendAtRate } from '../load.js';
import {
  cpuRatio,
  median,
  number,
  rateRatio,
  ratioTable,
  seriesTable,
  spread,
  type Sample,
} from '../report.js';
import { Rig } from '../rig.js';
import { switchSearch, untilSearchable } from '../stages.js';
import { intakeTurn } from '../turn.js';
import { watchLag } from '../watch-lag.js';
import { warmUp } from '../warm-up.js';

const PATIENCE_SECONDS = 240;
/** A steady stream, longer than the limit: an index that does not keep up is seen. */
const STEADY_SECONDS = 75;
const STEADY_SHARE = 0.25;
const STEADY_BATCH = 100;
const STEADY_CONNECTIONS = 64;
const LIMIT_SECONDS = 60;

export const part: BenchPart = {
  name: 'search',
  says: 'Intake with full-text search on against off, and how soon everything can be found by its words (P17).',
  run: (options) => Rig.with(options, measure),
};

async function measure(rig: Rig): Promise<string> {
  const { rounds, mentions, batch, connections, topics, say } = rig.options;
  const stand = await rig.stand();
  const api = await rig.api(stand);
  const pids = { node: api.pid, postgres: await rig.postgresOf(stand) };
  const target = { url: api.url, token: stand.token };
  const on = { name: 'search on', samples: [] as Sample[] };
  const off = { name: 'search off', samples: [] as Sample[] };
  const waits: number[] = [];
  await warmUp(target, batch);
  for (let round = 1; round <= rounds; round++) {
    rig.noteLoad();
    for (const side of [on, off]) {
      await switchSearch(stand, side === on);
      const inputs = makeInputs(mentions, `${side === on ? 'n' : 'f'}${round}`, topics);
      const bodies = bodiesOf(inputs, batch);
      const { sample } = await intakeTurn(
        stand.table,
        pids,
        () => sendAll(target, bodies, connections),
        { stored: mentions },
      );
      side.samples.push(sample);
      if (side === on) {
        waits.push((await untilSearchable(stand, mentions, PATIENCE_SECONDS)) ?? Infinity);
      }
    }
    say(`round ${round} of ${rounds}: all searchable after ${number(waits.at(-1) ?? 0, 1)} s`);
  }
  await switchSearch(stand, true);
  const rate = STEADY_SHARE * median(on.samples.map(({ perSecond }) => perSecond));
  const count = Math.ceil((rate * STEADY_SECONDS) / STEADY_BATCH) * STEADY_BATCH;
  const bodies = bodiesOf(makeInputs(count, 'steady', topics), STEADY_BATCH);
  say(`${number(rate)}/s for ${STEADY_SECONDS} s`);
  const watch = watchLag(api.url, 'search-index');
  await intakeTurn(
    stand.table,
    pids,
    () => sendAtRate(target, bodies, rate / STEADY_BATCH, STEADY_CONNECTIONS),
    { stored: count },
  );
  const lag = await watch.stop();
  return [
    seriesTable([on, off]),
    ratioTable([
      { what: 'P17 intake, search on / off', value: rateRatio(on, off), goal: { atLeast: 0.8 } },
      { what: 'CPU of intake, search on / off', value: cpuRatio(on, off) },
      {
        what: 'P17 seconds from the last acknowledgement until all are searchable',
        value: median(waits),
        goal: { atMost: LIMIT_SECONDS },
      },
      {
        what: `highest lag of the index, s, in ${STEADY_SECONDS} s at a quarter of the capacity (${number(rate)}/s)`,
        value: lag,
        goal: { atMost: LIMIT_SECONDS },
      },
    ]),
    `All ${number(mentions)} mentions of a turn were searchable ${spread(waits, 1)} s after its last acknowledgement: ${number(mentions / median(waits))}/s. While the intake is at its limit the index waits; off means that the stage has nothing to do.`,
    await rig.circumstances(
      stand,
      `${rounds} rounds of ${number(mentions)} mentions in bodies of ${batch} over ${connections} connections, ${number(topics)} topics`,
    ),
  ].join('\n\n');
}
