import { ALERTMANAGER_NAMES, findProgram } from './find-program.js';
import { findNodeRed, installNodeRed, NODE_RED } from './install-node-red.js';
import { installPrometheus } from './install-prometheus.js';

export interface Peers {
  readonly prometheus: { readonly prometheus: string; readonly alertmanager: string } | null;
  readonly nodeRed: { readonly program: string; readonly manifest: string } | null;
}

/** Looks for the peers and fetches those that are missing. What cannot be had is said and left out. */
export async function gatherPeers(folder: string, say: (line: string) => void): Promise<Peers> {
  const attempt = async (what: string, install: () => Promise<void>): Promise<void> => {
    say(`fetching ${what} into ${folder}`);
    await install().catch((error: unknown) => {
      say(`${what} left out: ${error instanceof Error ? error.message : String(error)}`);
    });
  };
  if ((await findPrometheus(folder)) === null) {
    await attempt('Prometheus and Alertmanager', () => installPrometheus(folder));
  }
  if ((await findNodeRed(folder)) === null) {
    await attempt(`Node-RED ${NODE_RED}`, () => installNodeRed(folder));
  }
  return { prometheus: await findPrometheus(folder), nodeRed: await findNodeRed(folder) };
}

async function findPrometheus(folder: string): Promise<Peers['prometheus']> {
  const prometheus = await findProgram(folder, ['prometheus']);
  const alertmanager = await findProgram(folder, ALERTMANAGER_NAMES);
  return prometheus === null || alertmanager === null ? null : { prometheus, alertmanager };
}
