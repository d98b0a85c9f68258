import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { BenchPart } from '../bench-part.js';
import { startChildServer, type ChildServer } from '../child-server.js';
import {
  aloneCost,
  broadcastTurn,
  type BroadcastTurn,
  type Contestant,
} from '../live/broadcast-turn.js';
import { COLLECTING } from '../live/collecting.js';
import { ConsoleCrowd } from '../live/console-crowd.js';
import { countersTurn, type CountersTurn } from '../live/counters-turn.js';
import { makeLiveScene, type LiveScene } from '../live/live-scene.js';
import { median, number, quantile, ratioTable, spread, table } from '../report.js';

const BARE = fileURLToPath(new URL('../live/bare-broadcast.js', import.meta.url));
const SIZE = { consoles: 1_000, messages: 60, ticks: 24 };
const MOST_ROUNDS = 5;

/** A turn, and the CPU microseconds of a message that nobody hears. */
type Turn = BroadcastTurn & { readonly alone: number };

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
        const contestant = ours(crowd, scene);
        const turn = await broadcastTurn(crowd, contestant, SIZE);
        results.counters.push(await countersTurn(crowd, scene, SIZE));
        results.ours.push({ ...turn, alone: await aloneCost(contestant) });
        const { sample } = await crowd.counts();
        if (sample === null) throw new Error('no message was heard');
        results.bytes = sample.length;
        results.bare.push(await bareTurn(crowd, sample));
        say(`round ${round} of ${rounds}: ${results.lastRound()}`);
      }
      return results.report();
    } finally {
      await crowd.stop();
      await scene.house.close();
    }
  },
};

function ours(crowd: ConsoleCrowd, scene: LiveScene): Contestant {
  const { house, cookies } = scene;
  return {
    pid: () => house.pid,
    cause: () => scene.note(),
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

async function bareTurn(crowd: ConsoleCrowd, payload: string): Promise<Turn> {
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
    const turn = await broadcastTurn(crowd, contestant, SIZE);
    await crowd.leave();
    return { ...turn, alone: await aloneCost(contestant) };
  } finally {
    await bare.stop();
  }
}

class Results {
  readonly ours: Turn[] = [];
  readonly bare: Turn[] = [];
  readonly counters: CountersTurn[] = [];
  readonly loads: number[] = [];
  bytes = 0;

  lastRound(): string {
    const [ours, bare, counters] = [this.ours.at(-1), this.bare.at(-1), this.counters.at(-1)];
    if (!ours || !bare || !counters) return 'nothing yet';
    const pair = (value: (turn: Turn) => number): string =>
      `${number(value(ours), 1)} / ${number(value(bare), 1)}`;
    const share = number(100 * (counters.share - counters.alone), 1);
    return `first to last ${pair(between)} ms, CPU ${pair(cpu)} µs, memory ${pair(memory)} kB, counters ${share} %`;
  }

  report(): string {
    const { ours, bare, counters } = this;
    const of = (turns: readonly Turn[], value: (turn: Turn) => number): number =>
      median(turns.map(value));
    const ratio = (value: (turn: Turn) => number): number => of(ours, value) / of(bare, value);
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
      )} % for the same mentions without them. The difference is P10. Causing a message costs ${number(of(ours, ({ alone }) => alone))} µs (bare: ${number(of(bare, ({ alone }) => alone))} µs) with nobody there; it is not part of the CPU per send.`,
      `${ours.length} rounds, servers started afresh in turns, ${SIZE.messages} messages of ${this.bytes} bytes each. Each is caused by an HTTP request; ours stores and commits before it tells anybody, so that the ratio of the broadcast itself is taken from the first console to the last. Consoles are raw sockets in a process of their own, ${Math.ceil(SIZE.consoles / 20)} people with 20 each; compression off. Load average ${this.loads.map((load) => load.toFixed(1)).join(' ')}.`,
    ].join('\n\n');
  }
}

const p50 = ({ last }: Turn): number => quantile(ascending(last), 0.5);
const p99 = ({ last }: Turn): number => quantile(ascending(last), 0.99);
const between = (turn: Turn): number => quantile(ascending(turn.between), 0.5);
const betweenP99 = (turn: Turn): number => quantile(ascending(turn.between), 0.99);
/** Per frame and console, without what causes a message. */
const cpu = (turn: Turn): number => (turn.cpu - SIZE.messages * turn.alone) / turn.frames;
const memory = (turn: Turn): number => turn.memory / 1_000;

function row(name: string, turns: readonly Turn[]): string[] {
  const cell = (value: (turn: Turn) => number): string => spread(turns.map(value), 1);
  return [name, cell(between), cell(betweenP99), cell(p50), cell(p99), cell(cpu), cell(memory)];
}

function ascending(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}
