import type { BenchPart } from '../bench-part.js';
import { copyTurn } from '../copy-turn.js';
import { asRows, bodiesOf, makeInputs } from '../corpus.js';
import { sendAll } from '../load.js';
import {
  cpuRatio,
  number,
  quantile,
  rateRatio,
  ratioTable,
  seriesTable,
  type Sample,
} from '../report.js';
import { Rig } from '../rig.js';
import { intakeTurn } from '../turn.js';
import { warmUp } from '../warm-up.js';

export const part: BenchPart = {
  name: 'intake',
  says: 'Durable intake over HTTP against bare COPY of the same rows (P1, P2).',
  run: (options) => Rig.with(options, measure),
};

/** Intake, COPY into the mention table, COPY into it and its keys: A, B, C, A, B, C. */
async function measure(rig: Rig): Promise<string> {
  const { rounds, mentions, batch, connections, topics, say } = rig.options;
  const stand = await rig.stand();
  const api = await rig.api(stand);
  const pids = { node: api.pid, postgres: await rig.postgresOf(stand) };
  const target = { url: api.url, token: stand.token };
  const intake: Sample[] = [];
  const copyMention: Sample[] = [];
  const copyBoth: Sample[] = [];
  const acks: number[] = [];
  await warmUp(target, batch);
  for (let round = 1; round <= rounds; round++) {
    rig.noteLoad();
    const inputs = makeInputs(mentions, `r${round}`, topics);
    const bodies = bodiesOf(inputs, batch);
    const turn = await intakeTurn(stand.table, pids, () => sendAll(target, bodies, connections), {
      stored: mentions,
    });
    intake.push(turn.sample);
    acks.push(...turn.report.acks);
    const rows = asRows(inputs, stand.sourceId);
    copyMention.push(await copyTurn(stand, pids.postgres, rows, { keys: false }));
    copyBoth.push(await copyTurn(stand, pids.postgres, rows, { keys: true }));
    say(`round ${round} of ${rounds}: intake ${number(turn.sample.perSecond)}/s`);
  }
  acks.sort((a, b) => a - b);
  const ours = { name: 'intake over HTTP', samples: intake };
  const bare = { name: 'COPY mention', samples: copyMention };
  const keyed = { name: 'COPY mention + keys', samples: copyBoth };
  return [
    seriesTable([ours, bare, keyed]),
    ratioTable([
      {
        what: 'P1 throughput, intake / COPY mention',
        value: rateRatio(ours, bare),
        goal: { atLeast: 0.5 },
      },
      { what: 'throughput, intake / COPY mention + keys', value: rateRatio(ours, keyed) },
      {
        what: 'P2 CPU per mention, intake / COPY mention',
        value: cpuRatio(ours, bare),
        goal: { atMost: 3 },
      },
      { what: 'CPU per mention, intake / COPY mention + keys', value: cpuRatio(ours, keyed) },
    ]),
    `Acknowledged after ${number(quantile(acks, 0.5))} ms at the median, ${number(quantile(acks, 0.99))} ms at p99, at full load.`,
    await rig.circumstances(
      stand,
      `${rounds} rounds of ${number(mentions)} mentions in bodies of ${batch} over ${connections} connections, ${number(topics)} topics`,
    ),
  ].join('\n\n');
}
