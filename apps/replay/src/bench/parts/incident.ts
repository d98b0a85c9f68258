import { cpus, loadavg } from 'node:os';
import { describeServer } from '@sturmwarte/store';
import type { BenchPart } from '../bench-part.js';
import { appendTurn } from '../incident/append-turn.js';
import { IncidentScene } from '../incident/incident-scene.js';
import { longTurn } from '../incident/long-turn.js';
import { rebuildTurn } from '../incident/rebuild-turn.js';
import { roomTurn } from '../incident/room-turn.js';
import { writeLongJournal } from '../incident/write-long-journal.js';
import { number, quantile, ratioTable, spread, table } from '../report.js';
import { Rig } from '../rig.js';

const SIZE = { crowd: 50, commands: 200, crowdCommands: 50, journal: 10_000, opens: 50 };
const WRITERS = 8;
const APPENDS = 400;
const MOST_ROUNDS = 3;

export const part: BenchPart = {
  name: 'incident',
  says: 'From a command to the consoles of others, a journal of 10,000 entries, appends a second, rebuilding.',
  run: (options) =>
    Rig.with(options, async (rig) => {
      options.say(`a house with ${SIZE.crowd + 1} people`);
      return measure(rig, await IncidentScene.open(rig, SIZE.crowd + 1));
    }),
};

async function measure(rig: Rig, scene: IncidentScene): Promise<string> {
  const { say } = rig.options;
  const rounds = Math.min(rig.options.rounds, MOST_ROUNDS);
  const loads: string[] = [];
  const open = async (title: string): Promise<number> => (await scene.openIncident(title)).id;
  const note = (line: string): void => {
    loads.push((loadavg()[0] ?? 0).toFixed(1));
    say(line);
  };

  note(`${SIZE.commands} commands, one other person`);
  const { commands, crowd, crowdCommands } = SIZE;
  const two = await roomTurn(scene, await open('Two people'), { followers: 1, commands });
  note(`${crowdCommands} commands, ${crowd} others`);
  const full = await roomTurn(scene, await open('A full room'), {
    followers: crowd,
    commands: crowdCommands,
  });

  note(`the same, by number alone`);
  const fetching = await roomTurn(scene, await open('A full room that asks'), {
    followers: crowd,
    commands: crowdCommands,
    takeAlong: false,
  });

  note(`a journal of ${number(SIZE.journal)} entries`);
  const longId = await open('A long one');
  await writeLongJournal(scene.db, longId, SIZE.journal);
  const long = await longTurn(scene, longId, SIZE.opens);
  const inLong = await roomTurn(scene, longId, { followers: 1, commands: SIZE.opens });
  const rebuild = await rebuildTurn(scene.db, longId);

  const one = [await open('Appends')];
  const eight: number[] = [];
  for (let n = 0; n < WRITERS; n++) eight.push(await open(`Appends ${n}`));
  const alone: number[] = [];
  const together: number[] = [];
  const apart: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    note(`appends, round ${round} of ${rounds}`);
    const turn = { commands: APPENDS, incidents: one };
    alone.push(await appendTurn(scene, { ...turn, writers: 1 }));
    together.push(await appendTurn(scene, { ...turn, writers: WRITERS }));
    apart.push(await appendTurn(scene, { ...turn, incidents: eight, writers: WRITERS }));
  }

  const server = await describeServer(scene.db.pool);
  const second = { atMost: 1_000 };
  return [
    table(
      ['milliseconds', 'p50', 'p90', 'p99', 'largest', 'of'],
      [
        times('a command, acknowledged after commit', two.acknowledged),
        times('the same, in the state of one other person', two.visible),
        times(`acknowledged, ${crowd} others in the room`, full.acknowledged),
        times(`the same, in the state of the last of ${crowd}`, full.visible),
        times(`acknowledged, ${crowd} others who fetch by the number`, fetching.acknowledged),
        times(`the same, in the state of the last of ${crowd}`, fetching.visible),
        times(`room of ${number(SIZE.journal)} entries opened`, long.opened),
        times('200 older entries of it', long.pages),
        times('a command in it, acknowledged', inLong.acknowledged),
        times('the same, in the state of one other person', inLong.visible),
      ],
    ),
    ratioTable([
      {
        what: 'command to one other person, p50 ms',
        value: at(two.visible, 0.5),
        goal: { atMost: 100 },
      },
      { what: 'the same, p99 ms', value: at(two.visible, 0.99), goal: second },
      {
        what: `command to the last of ${crowd}, p99 ms`,
        value: at(full.visible, 0.99),
        goal: second,
      },
      {
        what: `room of ${number(SIZE.journal)} entries opened, p99 ms`,
        value: at(long.opened, 0.99),
        goal: second,
      },
      {
        what: 'a command in it to one other person, p99 ms',
        value: at(inLong.visible, 0.99),
        goal: second,
      },
      {
        what: 'a command in it / in a short journal, acknowledged, p50',
        value: at(inLong.acknowledged, 0.5) / at(two.acknowledged, 0.5),
      },
    ]),
    table(
      ['median (min–max)', 'commands/s'],
      [
        ['1 person, one incident', spread(alone)],
        [`${WRITERS} people, one incident`, spread(together)],
        [`${WRITERS} people, ${WRITERS} incidents`, spread(apart)],
      ],
    ),
    table(
      ['rebuilding', 'µs per entry', 'ms for all'],
      [
        ['read from the database', rebuild.read],
        ['folded by `evolveIncident`', rebuild.fold],
        ['chain verified', rebuild.verify],
      ].map(([what, each]) => [
        String(what),
        number(Number(each), 2),
        number((Number(each) * rebuild.entries) / 1_000, 1),
      ]),
    ),
    `The room of ${number(SIZE.journal)} entries comes in ${number(long.bytes / 1_000)} kB of JSON (state and the last 200 entries); ${number(rebuild.entries)} entries were rebuilt, the fold equals the stored state and the chain is whole. ${number(SIZE.crowd + 1)} people with accounts of their own; the p99 of 50 is the largest of them; appends: ${APPENDS} commands a turn, ${rounds} rounds in turns.`,
    `PostgreSQL ${server.version}, fsync ${server.fsync}, synchronous_commit ${server.synchronousCommit}; Node ${process.version}, ${cpus().length} cores shared by load, server and database; load average ${loads.join(' ')}.`,
  ].join('\n\n');
}

function at(values: readonly number[], share: number): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    share,
  );
}

function times(what: string, values: readonly number[]): string[] {
  const shares = [0.5, 0.9, 0.99, 1].map((share) => number(at(values, share), 1));
  return [what, ...shares, number(values.length)];
}
