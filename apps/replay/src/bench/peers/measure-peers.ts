import type { Contestant } from './contestant.js';
import type { ExactText } from './exact-text.js';
import { startNodeRed } from './node-red.js';
import { startOurs } from './ours.js';
import type { Peers } from './peers-folder.js';
import { playTurn, type Turn } from './play-turn.js';
import { startPrometheus } from './prometheus.js';
import { BENCH_TOPICS } from './threshold.js';

export interface Result {
  readonly contestant: Contestant;
  readonly turns: readonly Turn[];
}

/** By who they are; null: left out. */
export interface Results {
  readonly ours: Result;
  readonly prometheus: Result | null;
  readonly nodeRed: Result | null;
}

export interface Measurement {
  readonly peers: Peers;
  readonly exact: ExactText;
  readonly rounds: number;
  readonly spikes: number;
  readonly restMs: number;
  /** For what the contestants write while they run. */
  readonly scratch: string;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** All are up; in each round each has its turn. */
export async function measurePeers(plan: Measurement): Promise<Results> {
  const { peers, scratch, say } = plan;
  const running: Contestant[] = [];
  const enter = async (start: () => Promise<Contestant>): Promise<Contestant> => {
    const contestant = await start();
    running.push(contestant);
    return contestant;
  };
  const enterPeer = async <T>(
    peer: T | null,
    start: (peer: T, scratch: string) => Promise<Contestant>,
  ): Promise<Contestant | null> => {
    if (peer === null) return null;
    return enter(() => start(peer, scratch)).catch((error: unknown) => {
      say(`left out: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    });
  };
  try {
    say('starting everybody');
    const ours = await enter(() => startOurs(plan.exact));
    const prometheus = await enterPeer(peers.prometheus, startPrometheus);
    const nodeRed = await enterPeer(peers.nodeRed, startNodeRed);
    const turns = await playRounds(running, plan);
    const resultOf = (contestant: Contestant): Result => {
      const [, ...counted] = turns.get(contestant) ?? [];
      return { contestant, turns: counted };
    };
    for (const [contestant, played] of turns) {
      await contestant.audit?.(played.reduce((sum, { mentions }) => sum + mentions, 0));
    }
    return {
      ours: resultOf(ours),
      prometheus: prometheus && resultOf(prometheus),
      nodeRed: nodeRed && resultOf(nodeRed),
    };
  } finally {
    for (const contestant of running.reverse()) await contestant.stop();
  }
}

/** @returns the turns of each; the first is for getting warm, with one spike, and does not count */
async function playRounds(
  contestants: readonly Contestant[],
  { exact, rounds, spikes, restMs, signal, say }: Measurement,
): Promise<Map<Contestant, Turn[]>> {
  const turns = new Map<Contestant, Turn[]>(contestants.map((contestant) => [contestant, []]));
  const topics = Array.from({ length: BENCH_TOPICS }, (_, topic) => topic);
  const background = topics.splice(1 + rounds * spikes);
  for (let round = 0; round <= rounds; round++) {
    const own = topics.splice(0, round === 0 ? 1 : spikes);
    for (const [contestant, played] of turns) {
      const common = { name: `r${round}`, text: exact.text, restMs, signal };
      const turn = await playTurn(contestant, { ...common, spikes: own, background });
      await contestant.between?.();
      played.push(turn);
      const shown = turn.alerts.map((ms) => ms.toFixed(0)).join(' ');
      const when = round === 0 ? 'warming up' : `round ${round} of ${rounds}`;
      say(`${when}: ${contestant.name}: ${shown} ms`);
    }
  }
  return turns;
}
