import { access, constants, mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectionUrl, ensureDatabase } from './connection-url.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { explainError, failureError } from './explain-failure.js';
import { folderLayout, type FolderLayout } from './folder-layout.js';
import { guardServer, type ServerWatcher } from './guard-server.js';
import { initCluster } from './init-cluster.js';
import { nativeBinaries, type NativeBinaries } from './native-binaries.js';
import { isServerOf, readPostmaster } from './postmaster.js';
import { runServer, stopServer } from './run-server.js';
import {
  freePort,
  isPortFree,
  readSecret,
  writeSecret,
  type ServerSecret,
} from './server-secret.js';
import { serverSettings } from './server-settings.js';
import { serverUser } from './server-user.js';
import { joinUsers, leaveUsers } from './server-users.js';
import { withStartLock } from './start-lock.js';

/** What is being done, for whoever tells a person why it takes a while. */
export type EmbeddedPostgresStep = 'initialising' | 'starting' | 'adopting';

export interface EmbeddedPostgresOptions {
  /** Folder of its own; made when absent. */
  readonly dataDir: string;
  /** Default: a free port, chosen once and remembered. */
  readonly port?: number;
  /** Server settings beyond `serverSettings`. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly onStep?: (step: EmbeddedPostgresStep) => void;
  /** With somebody who watches, a server that ends by itself is started again on its port, until `stop`. */
  readonly watcher?: ServerWatcher;
}

export interface EmbeddedPostgres {
  /** Address of the product's database, with its password. */
  readonly url: string;
  readonly port: number;
  /** Of the process that runs at present. */
  readonly pid: number;
  /** True when a server left behind by a killed process, or shared with another one, was taken. */
  readonly adopted: boolean;
  /**
   * Fast shutdown, unless another process still uses the server; less kindly after `patienceMs` each. Safe to call
   * again.
   */
  stop(patienceMs?: number): Promise<void>;
}

const database = 'sturmwarte';
const attempts = 40;
const pauseMs = 250;

interface Running {
  readonly pid: number;
  readonly adopted: boolean;
}

/**
 * Starts the embedded PostgreSQL of a folder, or takes over the one that already runs there (which
 * keeps its port): never two servers per folder, however many processes ask at once. Recovery after
 * a crash is PostgreSQL's own.
 * @throws EmbeddedPostgresError
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const layout = folderLayout(resolve(options.dataDir));
  const binaries = await nativeBinaries();
  try {
    await makeFolder(layout);
    return await withStartLock(layout.root, () => startLocked(layout, binaries, options));
  } catch (error) {
    throw explainError(error, layout.root);
  }
}

async function startLocked(
  layout: FolderLayout,
  binaries: NativeBinaries,
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  for (let attempt = 1; ; attempt += 1) {
    const running = await startOrAdopt(layout, binaries, options);
    const secret = await readSecret(layout);
    const failure = await ensureDatabase(secret, database).catch((error: unknown) => error);
    if (failure === undefined) {
      if (running.adopted) options.onStep?.('adopting');
      return handle(layout, binaries, secret, running, options);
    }
    // A server that was just killed may still look alive; we look again.
    if (isRefusal(failure) || attempt >= attempts) throw explainConnection(failure, layout);
    await sleep(pauseMs);
  }
}

async function handle(
  layout: FolderLayout,
  binaries: NativeBinaries,
  secret: ServerSecret,
  { pid: firstPid, adopted }: Running,
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const { port } = secret;
  const name = await joinUsers(layout);
  let pid = firstPid;
  let stopping: Promise<void> | undefined;
  const isThere = (): Promise<boolean> => isServerOf(pid, layout.cluster);
  const startAgain = (): Promise<void> =>
    withStartLock(layout.root, async () => {
      // Whoever connected knows this port and no other.
      if (stopping === undefined)
        pid = (await startOrAdopt(layout, binaries, { ...options, port })).pid;
    });
  const { watcher } = options;
  const relieve = watcher === undefined ? undefined : guardServer(isThere, startAgain, watcher);
  return {
    url: connectionUrl(secret, database),
    port,
    get pid() {
      return pid;
    },
    adopted,
    stop(patienceMs) {
      relieve?.();
      return (stopping ??= withStartLock(layout.root, async () => {
        const last = await leaveUsers(layout, name);
        if (last && (await isThere())) await stopServer(pid, layout, binaries, patienceMs);
      }));
    },
  };
}

async function startOrAdopt(
  layout: FolderLayout,
  binaries: NativeBinaries,
  options: EmbeddedPostgresOptions,
): Promise<Running> {
  const user = await serverUser(layout.root);
  const settings = { ...serverSettings, ...options.settings };
  for (let attempt = 1; ; attempt += 1) {
    const found = await runningServer(layout);
    if (found !== undefined) return { pid: found, adopted: true };
    if (attempt === 1) {
      const onInitialising = () => options.onStep?.('initialising');
      await initCluster(layout, binaries, user, { ...options, onInitialising });
      options.onStep?.('starting');
    }
    // Nobody runs there, so a file that says so is left from a killed server.
    await rm(join(layout.cluster, 'postmaster.pid'), { force: true });
    const port = await settlePort(layout, options.port);
    const started = await runServer(layout, binaries, user, port, settings);
    if (typeof started === 'number') return { pid: started, adopted: false };
    const { failure, log } = started;
    const passing = failure === 'portTaken' || failure === 'stillShuttingDown';
    if (!passing || attempt >= attempts) throw failureError(failure, log, layout);
    await sleep(pauseMs);
  }
}

/** Waits for a server that is just starting or stopping. @returns its process id when it is ready */
async function runningServer(layout: FolderLayout): Promise<number | undefined> {
  for (;;) {
    const running = await readPostmaster(layout.cluster);
    if (running === undefined || !(await isServerOf(running.pid, layout.cluster))) return undefined;
    if (running.state === 'ready') {
      await rememberPort(layout, running.port);
      return running.pid;
    }
    await sleep(pauseMs);
  }
}

/** The remembered port while it is free, else a new one. */
async function settlePort(layout: FolderLayout, wanted: number | undefined): Promise<number> {
  if (wanted !== undefined && !(await isPortFree(wanted))) {
    throw new EmbeddedPostgresError('portInUse', { port: wanted });
  }
  const remembered = (await readSecret(layout)).port;
  const port = wanted ?? ((await isPortFree(remembered)) ? remembered : await freePort());
  await rememberPort(layout, port);
  return port;
}

async function rememberPort(layout: FolderLayout, port: number): Promise<void> {
  const secret = await readSecret(layout);
  if (secret.port !== port) await writeSecret(layout, { ...secret, port });
}

async function makeFolder({ root: dataDir }: FolderLayout): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
}

const wrongPassword = '28P01';

/** Whether the server itself said no, which asking again does not change. */
function isRefusal(error: unknown): boolean {
  return (error as { code?: string }).code === wrongPassword;
}

function explainConnection(cause: unknown, layout: FolderLayout): EmbeddedPostgresError {
  const { message, code } = cause as { message: string; code?: string };
  const { root: dataDir, log: logFile } = layout;
  if (code !== wrongPassword) {
    return new EmbeddedPostgresError('startFailed', { reason: message, logFile }, { cause });
  }
  const reason = `${layout.secret} does not fit its database`;
  return new EmbeddedPostgresError('dataDirBroken', { dataDir, reason, logFile }, { cause });
}
