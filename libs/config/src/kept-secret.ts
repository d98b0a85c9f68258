import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './config-error.js';

const BYTES = 32;
/** What `make` makes. */
const OURS = /^[A-Za-z0-9_-]{43}$/;

/**
 * The secret of this data folder: made once, readable by its owner only. Two servers starting at once agree on one.
 * @throws ConfigError when the folder cannot hold it, or it was damaged
 */
export function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  try {
    return read(file) ?? make(dataDir, file);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const problem = `cannot keep its secret in ${file} (${(error as NodeJS.ErrnoException).code ?? String(error)}); choose a folder you may write to`;
    throw new ConfigError([{ setting: 'DATA_DIR', problem }]);
  }
}

/**
 * Puts a secret that comes back from a backup where servers of this data folder find it (`used`). One that was given by
 * SECRET, in whatever form, is kept beside it for a person to read.
 */
export function keepSecret(dataDir: string, secret: string): { file: string; used: boolean } {
  const used = OURS.test(secret);
  const file = join(dataDir, used ? 'secret' : 'secret.restored');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${secret}\n`, { mode: 0o600 });
  renameSync(draft, file);
  return { file, used };
}

function read(file: string): string | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  if (OURS.test(text)) return text;
  const problem = `holds a damaged secret in ${file}; restore it from a backup, or remove it (pseudonyms of authors then change)`;
  throw new ConfigError([{ setting: 'DATA_DIR', problem }]);
}

function make(dataDir: string, file: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(BYTES).toString('base64url')}\n`, { mode: 0o600 });
  try {
    // Linking is atomic and refuses to replace: whoever comes second takes what the first one made.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
  return read(file) ?? make(dataDir, file);
}
