import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../embedded/index.js';

/**
 * Address of the PostgreSQL server the tests share: the one named by TEST_DATABASE_URL, else an
 * embedded one in the workspace's `.sturmwarte/test-postgres`, started by whichever test comes first
 * and adopted by the others. It is left running between test runs (`npm test` stops its own).
 * It keeps the product's durable settings, so that tests which kill processes mean something.
 */
export async function sharedTestServer(): Promise<string> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return given;
  started ??= startTestServer();
  return (await started).url;
}

let started: Promise<EmbeddedPostgres> | undefined;

/** Starts the tests' embedded server, or takes the one that runs. */
export function startTestServer(): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({
    dataDir: join(workspaceRoot(), '.sturmwarte/test-postgres'),
    settings: { max_connections: '200' }, // several servers under test at once, each with its pools
  });
}

function workspaceRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (isWorkspace(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error('not inside the workspace');
  }
}

function isWorkspace(file: string): boolean {
  try {
    return 'workspaces' in (JSON.parse(readFileSync(file, 'utf8')) as object);
  } catch {
    return false; // no such file here: one folder up
  }
}
