import type { BenchPart } from '../bench-part.js';
import { bodiesOf, makeInputs } from '../corpus.js';
import { sendAll, type LoadReport } from '../load.js';
import { peakMemory, resetPeakMemory } from '../memory.js';
import { median, number, ratioTable, spread, table } from '../report.js';
import { Rig } from '../rig.js';
import type { Stand } from '../stand.js';
import { intakeTurn } from '../turn.js';
import { warmUp } from '../warm-up.js';

const TOO_MANY = 300;
/** Turns of so many times the usual size: what is to be seen builds up, and all those senders need something to send. */
const TURN = 4;

interface Pressed {
  readonly name: string;
  readonly connections: number;
  readonly rates: number[];
  readonly peaks: number[];
  readonly refused: number[];
  readonly offered: number[];
}

export const part: BenchPart = {
  name: 'overload',
  says: 'Far more senders than the server can serve: nothing accepted is lost, memory stays bounded, commits go on (P15).',
  run: (options) => Rig.with(options, measure),
};

async function measure(rig: Rig): Promise<string> {
  const { rounds, mentions, batch, connections, topics, say } = rig.options;
  const count = mentions * TURN;
  const stand = await rig.stand();
  const sides = [pressed('at capacity', connections), pressed('overloaded', TOO_MANY)] as const;
  for (let round = 1; round <= rounds; round++) {
    rig.noteLoad();
    for (const side of sides) {
      const bodies = bodiesOf(makeInputs(count, `o${round}-${side.connections}`, topics), batch);
      await press(rig, stand, side, bodies, count);
    }
    say(
      `round ${round} of ${rounds}: ${sides.map(({ rates, peaks }) => `${number(rates.at(-1) ?? 0)}/s ${number((peaks.at(-1) ?? 0) / 1e6)} MB`).join(', ')}`,
    );
  }
  const [calm, storm] = sides;
  return [
    table(
      ['median (min–max)', 'committed/s', 'offered/s', 'answers 429', 'peak memory MB'],
      sides.map(({ name, connections: senders, rates, offered, refused, peaks }) => [
        `${name}, ${senders} connections`,
        spread(rates),
        spread(offered),
        spread(refused),
        spread(peaks.map((bytes) => bytes / 1e6)),
      ]),
    ),
    ratioTable([
      {
        what: 'offered / capacity',
        value: median(storm.offered) / median(calm.rates),
        goal: { atLeast: 4 },
      },
      {
        what: 'P15 peak memory, overloaded / at capacity',
        value: median(storm.peaks) / median(calm.peaks),
        goal: { atMost: 2 },
      },
      {
        what: 'P15 commit rate, overloaded / at capacity',
        value: median(storm.rates) / median(calm.rates),
        goal: { atLeast: 0.8 },
      },
    ]),
    'Accepted was stored exactly, in every turn. A refused body is sent again at once, until it is accepted; a server just started for every turn.',
    await rig.circumstances(
      stand,
      `${rounds} rounds of ${number(count)} mentions in bodies of ${batch}, ${number(topics)} topics`,
    ),
  ].join('\n\n');
}

async function press(
  rig: Rig,
  stand: Stand,
  side: Pressed,
  bodies: readonly Buffer[],
  count: number,
): Promise<void> {
  const api = await rig.api(stand);
  const target = { url: api.url, token: stand.token };
  const pids = { node: api.pid, postgres: await rig.postgresOf(stand) };
  await warmUp(target, rig.options.batch);
  const send = async (): Promise<LoadReport> => {
    resetPeakMemory(api.pid);
    return sendAll(target, bodies, side.connections);
  };
  const { sample, report } = await intakeTurn(stand.table, pids, send, { stored: count });
  side.rates.push(sample.perSecond);
  side.peaks.push(peakMemory(api.pid));
  side.refused.push(report.refused);
  side.offered.push(((bodies.length + report.refused) * rig.options.batch) / report.seconds);
  await api.stop();
}

function pressed(name: string, connections: number): Pressed {
  return { name, connections, rates: [], peaks: [], refused: [], offered: [] };
}
