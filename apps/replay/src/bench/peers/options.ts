import { join } from 'node:path';
import { BENCH_TOPICS } from './threshold.js';

export interface PeersOptions {
  /** Home of the peers' programs. */
  readonly folder: string;
  readonly rounds: number;
  /** Spikes per contestant in each round. */
  readonly spikes: number;
  /** How long a topic is quiet before its threshold is crossed. */
  readonly restMs: number;
  /** Also Prometheus with slow and with default intervals: minutes more. */
  readonly defaults: boolean;
  /** Fetch the peers, measure nothing. */
  readonly installOnly: boolean;
}

const DEFAULT_ROUNDS = 5;
const DEFAULT_SPIKES = 6;
/** Each spike has a topic of its own; the rest of the topics carries the background. */
const MOST_SPIKES = BENCH_TOPICS / 2;

export const PEERS_USAGE = `Usage: npm run bench:peers -- [--rounds ${DEFAULT_ROUNDS}] [--spikes ${DEFAULT_SPIKES}] [--rest 0]
  [--defaults] [--install-only] [--folder .bench-peers]

From the mention that crosses a threshold to the receiver of the alert: this server against Prometheus with
Alertmanager and against a Node-RED flow, in turns, on this machine. About four minutes. Needs a build (npm run build).
The peers are fetched into the folder at the first run (Debian packages unpacked, Node-RED from the npm registry);
nothing is installed outside of it. What cannot be fetched is left out.

--rounds, --spikes  turns of each contestant, and spikes in a turn (at most ${MOST_SPIKES} together)
--rest              milliseconds a topic is quiet before its threshold is crossed; 0: in the flow of the spike
--defaults          also Prometheus at 15 s and at its default 1 m intervals: few spikes, five minutes more
--install-only      fetch the peers, measure nothing`;

/** Throws an Error with one sentence for what cannot be understood. */
export function readPeersOptions(args: readonly string[], home: string): PeersOptions {
  const options = {
    folder: join(home, '.bench-peers'),
    rounds: DEFAULT_ROUNDS,
    spikes: DEFAULT_SPIKES,
    restMs: 0,
    defaults: false,
    installOnly: false,
  };
  for (let at = 0; at < args.length; at++) {
    const name = args[at];
    if (name === '--defaults') options.defaults = true;
    else if (name === '--install-only') options.installOnly = true;
    else {
      const value = args[++at];
      if (value === undefined) throw new Error(`${name} needs a value`);
      if (name === '--folder') options.folder = value;
      else if (name === '--rounds') options.rounds = wholeNumber(name, value, 1);
      else if (name === '--spikes') options.spikes = wholeNumber(name, value, 1);
      else if (name === '--rest') options.restMs = wholeNumber(name, value, 0);
      else throw new Error(`${name} is not known`);
    }
  }
  if (options.rounds * options.spikes > MOST_SPIKES) {
    throw new Error(`--rounds times --spikes must be ${MOST_SPIKES} or less`);
  }
  return options;
}

function wholeNumber(name: string, value: string, least: number): number {
  const number = Number(value);
  if (value.trim() !== '' && Number.isSafeInteger(number) && number >= least) return number;
  throw new Error(`${name} must be a whole number of ${least} or more`);
}
