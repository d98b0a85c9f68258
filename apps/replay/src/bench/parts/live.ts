import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { BenchPart } from '../bench-part.js';
import { startChildServer, type ChildServer } from '../child-server.js';
import { broadcastTurn, type BroadcastTurn, type Contestant } from '../live/broadcast-turn.js';
import { COLLECTING } from '../live/collecting.js';
import { ConsoleCrowd } from '../live/console-crowd.js';
import { countersTurn, type CountersTurn } from '../live/counters-turn.js';
import { makeLiveScene, type LiveScene } from '../live/live-scene.js';
import { median, number, quantile, ratioTable, spread, table } from '../report.js';

const BARE = fileURLToPath(new URL('../live/bare-broadcast.js', import.meta.url));
const SIZE = { consoles: 1_000, messages: 60, ticks: 24 };
const MOST_ROUNDS = 5;

export const part: BenchPart = {
  name: 'live',
  says: 'A message and the live counters to 1,000 consoles, against a bare ws server (P9, P10).',
  async run({ rounds: wished, say }) {
    const rounds = Math.min(wished, MOST_ROUNDS);
    say(`a house with people for ${SIZE.consoles} consoles`);
    const scene = await makeLiveScene(SIZE.consoles);
    const crowd = new ConsoleCrowd();
    try {
      const results = new Results();
      for (let round = 1; round <= rounds; round++) {
        results.loads.push(loadavg()[0] ?? 0);
        await scene.house.restart();
        results.ours.push(await broadcastTurn(crowd, ours(crowd, scene), SIZE));
        results.counters.push(await countersTurn(crowd, scene, SIZE));
        const { sample } = await crowd.counts();
        if (sample === null) throw new Error('no message was heard');
        results.bytes = sample.length;
        results.bare.push(await bareTurn(crowd, sample));
        say(`round ${round} of ${rounds}`);
      }
      return results.report();
    } finally {
      await crowd.stop();
      await scene.house.close();
    }
  },
};

function ours(crowd: ConsoleCrowd, { house, cookies, note }: LiveScene): Contestant {
  return {
    pid: () => house.pid,
    cause: note,
    connect: (count) =>
      crowd.connect({
        url: `${house.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`,
        origin: house.url,
        count,
        cookies,
        greets: true,
      }),
  };
}

async function bareTurn(crowd: ConsoleCrowd, payload: string): Promise<BroadcastTurn> {
  const bare: ChildServer = await startChildServer(BARE, '/', COLLECTING);
  try {
    const contestant: Contestant = {
      pid: () => bare.pid,
      cause: async () => (await fetch(bare.url, { method: 'POST', body: payload })).text(),
      connect: (count) =>
        crowd.connect({
          url: bare.url.replace('http', 'ws'),
          origin: bare.url,
          count,
          cookies: [],
          greets: false,
        }),
    };
    return await broadcastTurn(crowd, contestant, SIZE);
  } finally {
    await crowd.leave();
    await bare.stop();
  }
}

class Results {
  readonly ours: BroadcastTurn[] = [];
  readonly bare: BroadcastTurn[] = [];
  readonly counters: CountersTurn[] = [];
  readonly loads: number[] = [];
  bytes = 0;

  report(): string {
    const { ours, bare, counters } = this;
    const of = (turns: readonly BroadcastTurn[], value: (turn: BroadcastTurn) => number): number =>
      median(turns.map(value));
    const ratio = (value: (turn: BroadcastTurn) => number): number =>
      of(ours, value) / of(bare, value);
    const share = median(counters.map((turn) => turn.share - turn.alone));
    return [
      table(
        [
          'median of rounds (min–max)',
          'first to last console p50 ms',
          'p99 ms',
          'request to last p50 ms',
          'p99 ms',
          'CPU µs per send',
          'memory each, kB',
        ],
        [row('Sturmwarte, /live', ours), row('bare ws, frame built once', bare)],
      ),
      ratioTable([
        {
          what: 'P9 from the first console to the last, p50',
          value: ratio(between),
          goal: { atMost: 1.5 },
        },
        { what: 'the same, p99', value: ratio(betweenP99) },
        { what: 'from the request, our commit included, p50', value: ratio(p50) },
        { what: 'the same, p99', value: ratio(p99) },
        { what: 'P9 CPU per send', value: ratio(cpu), goal: { atMost: 2 } },
        { what: 'P9 memory per console, kB', value: of(ours, memory), goal: { atMost: 30 } },
        {
          what: 'P10 counters at 4 Hz, % of a core',
          value: 100 * share,
          goal: { atMost: 15 },
        },
      ]),
      `Counters: ${spread(
        counters.map((turn) => turn.perSecond),
        1,
      )} pulses a second to each console, frames of ${number(median(counters.map((turn) => turn.frameBytes)))} bytes; the server took ${spread(
        counters.map((turn) => 100 * turn.share),
        1,
      )} % of a core with the consoles, ${spread(
        counters.map((turn) => 100 * turn.alone),
        1,
      )} % for the same mentions without them. The difference is P10.`,
      `${ours.length} rounds, servers started afresh in turns, ${SIZE.messages} messages of ${this.bytes} bytes each. Each is caused by an HTTP request; ours stores and commits before it tells anybody, so that the ratio of the broadcast itself is taken from the first console to the last. Consoles are raw sockets in a process of their own, ${Math.ceil(SIZE.consoles / 20)} people with 20 each; compression off. Load average ${this.loads.map((load) => load.toFixed(1)).join(' ')}.`,
    ].join('\n\n');
  }
}

const p50 = ({ last }: BroadcastTurn): number => quantile(ascending(last), 0.5);
const p99 = ({ last }: BroadcastTurn): number => quantile(ascending(last), 0.99);
const between = (turn: BroadcastTurn): number => quantile(ascending(turn.between), 0.5);
const betweenP99 = (turn: BroadcastTurn): number => quantile(ascending(turn.between), 0.99);
const cpu = ({ cpuPerSend }: BroadcastTurn): number => cpuPerSend;
const memory = (turn: BroadcastTurn): number => turn.memory / 1_000;

function row(name: string, turns: readonly BroadcastTurn[]): string[] {
  const cell = (value: (turn: BroadcastTurn) => number): string => spread(turns.map(value), 1);
  return [name, cell(between), cell(betweenP99), cell(p50), cell(p99), cell(cpu), cell(memory)];
}

function ascending(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}
