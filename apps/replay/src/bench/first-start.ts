import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';

/** Seconds since the process was started. */
export interface FirstStart {
  readonly ready: number;
  readonly demo: number;
  readonly alert: number;
}

const API = fileURLToPath(new URL('../../../api/dist/main.js', import.meta.url));
const LEAD = 'behrens@demo.invalid';
const PATIENCE_MS = 180_000;
const ALERT = /^42\/live,\["message",\{.*"body":\{"type":"alert"/;

/** Starts the demo in an empty folder, signs in as soon as it says how, and waits for the first alert. */
export async function firstStart(): Promise<FirstStart> {
  const folder = mkdtempSync(join(tmpdir(), 'sturmwarte-first-'));
  const from = performance.now();
  const seconds = (): number => (performance.now() - from) / 1_000;
  const child = spawn(process.execPath, [API, '--demo'], {
    env: { ...process.env, PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const terminal = listenTo(child);
    const [, url = ''] = await terminal(/is ready: (http:\S+)/);
    const ready = seconds();
    const [, password = ''] = await terminal(/with the password\s+(\S+)/);
    const demo = seconds();
    await firstAlert(url, await signIn(url, password));
    return { ready, demo, alert: seconds() };
  } finally {
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}

function listenTo(child: ChildProcess): (sign: RegExp) => Promise<RegExpExecArray> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => (said += part));
  return (sign) =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = sign.exec(said);
        if (found !== null) end(() => resolve(found));
      };
      const fail = (): void => end(() => reject(new Error(`no demo:\n${said}`)));
      const end = (then: () => void): void => {
        clearTimeout(patience);
        child.stderr?.off('data', look);
        child.off('exit', fail);
        then();
      };
      const patience = setTimeout(fail, PATIENCE_MS);
      child.stderr?.on('data', look);
      child.once('exit', fail);
      look();
    });
}

async function signIn(url: string, password: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: LEAD, password }),
  });
  if (!answer.ok) throw new Error(`signing in: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** A console by hand: socket.io's protocol over a raw socket. */
async function firstAlert(url: string, cookie: string): Promise<void> {
  const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const socket = new WebSocket(address, { headers: { cookie, origin: url } });
  try {
    await new Promise<void>((resolve, reject) => {
      const patience = setTimeout(() => reject(new Error('no alert came')), PATIENCE_MS);
      socket.on('error', reject);
      socket.on('message', (data: Buffer) => {
        const text = data.toString();
        if (text === '2') socket.send('3');
        else if (text.startsWith('0')) socket.send('40/live,');
        else if (text.startsWith('40/live,')) socket.send('42/live,0["resume",{"streams":[]}]');
        else if (text.startsWith('44')) reject(new Error(text));
        else if (ALERT.test(text)) {
          clearTimeout(patience);
          resolve();
        }
      });
    });
  } finally {
    socket.close();
  }
}
