import { join } from 'node:path';

/** What lies where in the data folder. `ready` is written last: its presence means a whole cluster. */
export interface FolderLayout {
  readonly root: string;
  /** PostgreSQL's own data directory. */
  readonly cluster: string;
  /** Present from before initdb until after `ready`: only then may a half-made cluster be wiped. */
  readonly initialising: string;
  readonly ready: string;
  /** JSON {password, port}, readable by its owner only. */
  readonly secret: string;
  readonly log: string;
  /** One empty file per process that uses the server, named after it. */
  readonly users: string;
}

export function folderLayout(dataDir: string): FolderLayout {
  return {
    root: dataDir,
    cluster: join(dataDir, 'cluster'),
    initialising: join(dataDir, 'initialising'),
    ready: join(dataDir, 'ready'),
    secret: join(dataDir, 'secret.json'),
    log: join(dataDir, 'postgres.log'),
    users: join(dataDir, 'users'),
  };
}
