import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import {
  ALERTMANAGER_NAMES,
  findProgram,
  homeOfAlertmanager,
} from '../bench/peers/find-program.js';
import { until } from './wait.js';

/** Where `npm run bench:peers` puts its peers. */
const PEERS_FOLDER = '.bench-peers';
const CONFIG = 'route: { receiver: nobody, group_wait: 1s }\nreceivers: [{ name: nobody }]\n';
const ALERTS = 20;
const SILENCES = 2;
const UP_MS = 30_000;
const HOUR_MS = 3_600_000;

interface Kept {
  readonly alerts: number;
  readonly silences: number;
}

export interface AlertmanagerResult {
  readonly version: string;
  readonly waitedMs: number;
  readonly before: Kept;
  readonly after: Kept;
  readonly signal: NodeJS.Signals;
}

/** The program of the peers' folder, else the installed one, with its version; null where there is none. */
export async function findAlertmanager(): Promise<{ program: string; version: string } | null> {
  const program = await findProgram(resolve(PEERS_FOLDER), ALERTMANAGER_NAMES);
  if (program === null) return null;
  const said = await promisify(execFile)(program, ['--version']).catch(() => null);
  const text = said === null ? '' : said.stdout + said.stderr;
  const version = /version (\S+)/.exec(text)?.[1];
  return version === undefined ? null : { program, version };
}

/** Posts alerts and silences, waits, ends it by the signal, starts it again on the same storage and counts. */
export async function endAlertmanager(
  { program, version }: { readonly program: string; readonly version: string },
  signal: NodeJS.Signals,
  waitedMs: number,
): Promise<AlertmanagerResult> {
  const folder = await mkdtemp(join(tmpdir(), 'sturmwarte-alertmanager-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/api/v2`;
  await writeFile(join(folder, 'config.yml'), CONFIG);
  const cwd = await homeOfAlertmanager(program);
  let child = start(program, folder, port, cwd);
  try {
    await up(url);
    await post(url);
    await sleep(waitedMs);
    const before = await count(url);
    await end(child, signal);
    child = start(program, folder, port, cwd);
    await up(url);
    return { version, waitedMs, before, after: await count(url), signal };
  } finally {
    await end(child, 'SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
}

function start(
  program: string,
  folder: string,
  port: number,
  cwd: string | undefined,
): ChildProcess {
  const flags = {
    'config.file': join(folder, 'config.yml'),
    'storage.path': join(folder, 'storage'),
    'web.listen-address': `127.0.0.1:${port}`,
    'cluster.listen-address': '',
    'log.level': 'error',
  };
  const args = Object.entries(flags).map(([name, value]) => `--${name}=${value}`);
  return spawn(program, args, { stdio: 'ignore', cwd });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  await until(
    'Alertmanager does not end',
    UP_MS,
    () => child.exitCode !== null || child.signalCode !== null,
  );
}

async function up(url: string): Promise<void> {
  await until('Alertmanager does not answer', UP_MS, async () => {
    const answer = await fetch(`${url}/status`).catch(() => null);
    return answer?.ok === true;
  });
}

async function post(url: string): Promise<void> {
  const startsAt = new Date().toISOString();
  const endsAt = new Date(Date.now() + HOUR_MS).toISOString();
  const alerts = Array.from({ length: ALERTS }, (_, n) => ({
    labels: { alertname: 'Storm', topic: `topic ${n}` },
    startsAt,
    endsAt,
  }));
  await send(`${url}/alerts`, alerts);
  for (let n = 0; n < SILENCES; n++) {
    const matchers = [{ name: 'topic', value: `topic ${n}`, isRegex: false, isEqual: true }];
    await send(`${url}/silences`, {
      matchers,
      startsAt,
      endsAt,
      createdBy: 'Ada',
      comment: 'known',
    });
  }
}

async function send(url: string, body: unknown): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`Alertmanager refused: ${answer.status} ${await answer.text()}`);
}

async function count(url: string): Promise<Kept> {
  const read = async (what: string): Promise<number> =>
    ((await (await fetch(`${url}/${what}`)).json()) as unknown[]).length;
  return { alerts: await read('alerts'), silences: await read('silences') };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
