import type { BenchPart } from '../bench-part.js';
import { copyTurn } from '../copy-turn.js';
import { asRows, bodiesOf, makeInputs } from '../corpus.js';
import { startDatabaseServer } from '../database-server.js';
import { sendAll } from '../load.js';
import type { BenchOptions } from '../options.js';
import { number, rateRatio, ratioTable, seriesTable, type Sample } from '../report.js';
import { Rig } from '../rig.js';
import { startSystemPostgres, systemPostgres } from '../system-postgres.js';
import { intakeTurn } from '../turn.js';
import { warmUp } from '../warm-up.js';

export const part: BenchPart = {
  name: 'embedded',
  says: "The embedded PostgreSQL against the system's own, with the same settings (P18).",
  run(options) {
    const programs = systemPostgres();
    if (programs === null) {
      return Promise.resolve('Skipped: there is no /usr/lib/postgresql with a server in it.');
    }
    return Rig.with(
      options,
      (theirs) =>
        Rig.with(
          options,
          (ours) => measure(ours, theirs, options),
          () => startDatabaseServer(null),
        ),
      () => startSystemPostgres(programs),
    );
  },
};

async function measure(ours: Rig, theirs: Rig, options: BenchOptions): Promise<string> {
  const { rounds, mentions, batch, connections, topics, say } = options;
  const contestants = [];
  for (const [name, rig] of [
    ['embedded', ours],
    ["the system's", theirs],
  ] as const) {
    const stand = await rig.stand();
    const api = await rig.api(stand);
    const pids = { node: api.pid, postgres: await rig.postgresOf(stand) };
    const target = { url: api.url, token: stand.token };
    await warmUp(target, batch);
    const intake = { name: `intake, ${name}`, samples: [] as Sample[] };
    const copy = { name: `COPY mention, ${name}`, samples: [] as Sample[] };
    contestants.push({ rig, stand, pids, target, intake, copy });
  }
  const [embedded, system] = contestants as [(typeof contestants)[0], (typeof contestants)[0]];
  for (let round = 1; round <= rounds; round++) {
    const inputs = makeInputs(mentions, `r${round}`, topics);
    const bodies = bodiesOf(inputs, batch);
    for (const { rig, stand, pids, target, intake, copy } of contestants) {
      rig.noteLoad();
      const turn = await intakeTurn(stand.table, pids, () => sendAll(target, bodies, connections), {
        stored: mentions,
      });
      intake.samples.push(turn.sample);
      const rows = asRows(inputs, stand.sourceId);
      copy.samples.push(await copyTurn(stand, pids.postgres, rows, { keys: false }));
    }
    say(`round ${round} of ${rounds}`);
  }
  return [
    seriesTable(contestants.flatMap(({ intake, copy }) => [intake, copy])),
    ratioTable([
      {
        what: "P18 intake, embedded / the system's",
        value: rateRatio(embedded.intake, system.intake),
        goal: { atLeast: 0.9 },
      },
      {
        what: "P18 intake / COPY mention, embedded, in units of the system's",
        value: rateRatio(embedded.intake, embedded.copy) / rateRatio(system.intake, system.copy),
      },
      {
        what: "COPY mention, embedded / the system's",
        value: rateRatio(embedded.copy, system.copy),
      },
    ]),
    await embedded.rig.circumstances(
      embedded.stand,
      `${rounds} rounds of ${number(mentions)} mentions in bodies of ${batch} over ${connections} connections, ${number(topics)} topics`,
    ),
    await system.rig.circumstances(system.stand, "The system's"),
  ].join('\n\n');
}
