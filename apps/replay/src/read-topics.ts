import { readFile } from 'node:fs/promises';
import { TOPIC_KINDS } from '@sturmwarte/domain';
import type { SpaceCreate } from '@sturmwarte/contracts';
import { UsageError } from './usage-error.js';

type Topics = SpaceCreate['topics'];

/** Topics from `Name=query` options and from a JSON file. The server checks the queries themselves. */
export async function readTopics(options: readonly string[], file?: string): Promise<Topics> {
  const given = options.map((text) => {
    const split = text.indexOf('=');
    const name = text.slice(0, split).trim();
    const query = text.slice(split + 1).trim();
    if (split < 1 || name === '' || query === '') {
      throw new UsageError(`--topic ${text} is not of the form NAME=QUERY.`);
    }
    return { name, query, kind: 'company' as const };
  });
  return file === undefined ? given : [...given, ...(await fromFile(file))];
}

async function fromFile(file: string): Promise<Topics> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`--topics ${file} cannot be read.`);
  });
  const raw = parsed(text);
  if (!Array.isArray(raw) || raw.length === 0) {
    throw new UsageError(`--topics ${file} is no JSON list of topics.`);
  }
  return raw.map((one: Partial<Topics[number]>, index) => {
    const known = one.kind === undefined || TOPIC_KINDS.includes(one.kind);
    if (typeof one.name !== 'string' || typeof one.query !== 'string' || !known) {
      throw new UsageError(
        `--topics ${file}: entry ${index + 1} needs a name, a query and a known kind.`,
      );
    }
    return { kind: 'company', ...one, name: one.name, query: one.query };
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // named by the caller
  }
}
