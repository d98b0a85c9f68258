import { readdir, readFile, readlink, realpath } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the embedded database of a data folder keeps its cluster. */
export const clusterOf = (dataDir: string): string => join(dataDir, 'postgres/cluster');

/** Process ids of the database of a data folder, the postmaster first. A database works inside its cluster. */
export async function databaseProcesses(dataDir: string): Promise<number[]> {
  const cluster = await realpath(clusterOf(dataDir)).catch(() => null);
  if (cluster === null) return [];
  const found = await processesWhere(
    async (pid) => (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === cluster,
  );
  const postmaster = Number(
    (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0],
  );
  return found.sort((a, b) => Number(b === postmaster) - Number(a === postmaster));
}

/** Process ids of servers that were started on a data folder. */
export function serverProcesses(dataDir: string): Promise<number[]> {
  return processesWhere(async (pid) => {
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
    return environment.split('\0').includes(`DATA_DIR=${dataDir}`);
  });
}

/** Sends a signal to each; whoever is gone already is no fault. */
export function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // gone meanwhile: that is what a killed process does
    }
  }
}

async function processesWhere(test: (pid: number) => Promise<boolean>): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0 && pid !== process.pid);
  const tested = await Promise.all(pids.map(async (pid) => ((await test(pid)) ? pid : 0)));
  return tested.filter((pid) => pid > 0);
}
