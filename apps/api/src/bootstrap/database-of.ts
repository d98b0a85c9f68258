import type { Config } from '@sturmwarte/config';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgresOptions,
  type EmbeddedPostgresStep,
} from '@sturmwarte/store';
import { join } from 'node:path';

const STEPS: Record<EmbeddedPostgresStep, string> = {
  initialising: 'Making the database. This happens once and takes a few seconds.',
  starting: 'Starting the database.',
  adopting: 'Taking over the database that is already running.',
};

export interface DatabaseInUse {
  readonly url: string;
  /** Stops the embedded one, unless somebody else uses it; see `EmbeddedPostgres.stop`. */
  stop(patienceMs?: number): Promise<void>;
}

/** The database the settings name: one of your own, or the embedded one, started when it is not running. */
export async function databaseOf(
  config: Config,
  say: (line: string) => void,
  watcher?: EmbeddedPostgresOptions['watcher'],
): Promise<DatabaseInUse> {
  if (config.databaseUrl !== null) return { url: config.databaseUrl, stop: async () => undefined };
  return startEmbeddedPostgres({
    dataDir: join(config.dataDir, 'postgres'),
    onStep: (step) => say(STEPS[step]),
    ...(watcher === undefined ? {} : { watcher }),
  });
}
