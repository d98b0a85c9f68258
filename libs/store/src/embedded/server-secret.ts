import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { createServer } from 'node:net';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { FolderLayout } from './folder-layout.js';

/** What must be remembered to reach the server: its password and the port it was given. */
export interface ServerSecret {
  readonly password: string;
  readonly port: number;
}

export async function newSecret(port: number | undefined): Promise<ServerSecret> {
  return { password: randomBytes(24).toString('base64url'), port: port ?? (await freePort()) };
}

/** @throws EmbeddedPostgresError `dataDirBroken` when the file is lost or damaged */
export async function readSecret(layout: FolderLayout): Promise<ServerSecret> {
  try {
    const { password, port } = JSON.parse(await readFile(layout.secret, 'utf8')) as ServerSecret;
    if (typeof password === 'string' && password !== '' && Number.isInteger(port)) {
      return { password, port };
    }
  } catch {
    // answered below: absent, unreadable and damaged are the same to its reader
  }
  throw new EmbeddedPostgresError('dataDirBroken', {
    dataDir: layout.root,
    reason: `${layout.secret} is missing or damaged`,
    logFile: layout.log,
  });
}

export async function writeSecret(layout: FolderLayout, secret: ServerSecret): Promise<void> {
  await writeDurably(layout.secret, JSON.stringify(secret));
}

/** Whole and on disk, or not there at all; readable by its owner only. */
export async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
}

/** A port of 127.0.0.1 that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return probePort(0) as Promise<number>;
}

/** Whether nobody listens on this port of 127.0.0.1. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await probePort(port)) !== undefined;
}

function probePort(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      port === 0 ? reject(new Error('no free port')) : resolve(undefined),
    );
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      const found = typeof address === 'object' && address !== null ? address.port : undefined;
      probe.close(() => resolve(found));
    });
  });
}
