import { parseArgs } from 'node:util';
import { readDuration, readSpeed, readTime, readDay } from './read-values.js';
import type { Format } from './read-file.js';
import { UsageError } from './usage-error.js';

export type Recording =
  | { readonly file: string; readonly format?: Format }
  | { readonly scenario: string; readonly dayMs?: number };

export type Speed =
  | { readonly by: 'factor'; readonly factor: number }
  | { readonly by: 'duration'; readonly ms: number }
  | { readonly by: 'scenario' };

export interface SpaceOptions {
  readonly email: string;
  readonly brand: string;
  readonly kind: 'replay' | 'drill';
  readonly name?: string;
  readonly topics: readonly string[];
  readonly topicsFile?: string;
}

export interface Options {
  readonly server: string;
  readonly recording: Recording;
  readonly speed: Speed;
  /** Play into an existing space, or make one first. */
  readonly into: { readonly token: string } | SpaceOptions;
  readonly fromMs?: number;
  readonly toMs?: number;
  readonly rushUntilMs?: number;
  readonly keepOpen: boolean;
  readonly giveUpAfterMs: number;
}

const TEXT = { type: 'string' } as const;
const FLAG = { type: 'boolean' } as const;

/** Null: help was asked for. Throws UsageError naming the first mistake. */
export function readOptions(argv: readonly string[], env: NodeJS.ProcessEnv): Options | null {
  const values = parsed(argv);
  if (values.help === true) return null;
  const { from, to } = values;
  const until = values['rush-until'];
  const options: Options = {
    server: serverOf(values.server ?? 'http://127.0.0.1:4400'),
    recording: recordingOf(values),
    speed: speedOf(values),
    into: intoOf(values, env),
    keepOpen: values['keep-open'] ?? false,
    giveUpAfterMs: readDuration('--give-up', values['give-up'] ?? '2m'),
    ...(from === undefined ? {} : { fromMs: readTime('--from', from) }),
    ...(to === undefined ? {} : { toMs: readTime('--to', to) }),
    ...(until === undefined ? {} : { rushUntilMs: readTime('--rush-until', until) }),
  };
  if ((options.fromMs ?? -Infinity) >= (options.toMs ?? Infinity)) {
    throw new UsageError('--from must lie before --to.');
  }
  return options;
}

function parsed(argv: readonly string[]) {
  const names = ['file', 'scenario', 'speed', 'in', 'server', 'token', 'email', 'brand'] as const;
  const more = ['name', 'kind', 'topics', 'from', 'to', 'rush-until', 'day', 'format'] as const;
  const all = [...names, ...more, 'give-up'] as const;
  type Name = (typeof all)[number];
  const texts = Object.fromEntries(all.map((name) => [name, TEXT])) as Record<Name, typeof TEXT>;
  const options = {
    ...texts,
    topic: { type: 'string', multiple: true },
    max: FLAG,
    'keep-open': FLAG,
    help: FLAG,
  } as const;
  try {
    return parseArgs({ args: [...argv], options, strict: true }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
type Values = ReturnType<typeof parsed>;
type IntoNames = 'email' | 'brand' | 'kind' | 'name' | 'token' | 'topic' | 'topics' | 'scenario';
type IntoValues = Partial<Pick<Values, IntoNames>>;

export function serverOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`--server ${text} is no address such as http://127.0.0.1:4400.`);
  }
  return text.replace(/\/+$/, '');
}

function recordingOf({ file, scenario, format, day }: Values): Recording {
  if ((file === undefined) === (scenario === undefined)) {
    throw new UsageError('Say what to play: --file or --scenario, one of them.');
  }
  if (scenario !== undefined) {
    return { scenario, ...(day === undefined ? {} : { dayMs: readDay('--day', day) }) };
  }
  if (day !== undefined) throw new UsageError('--day goes with --scenario only.');
  if (format !== undefined && format !== 'ndjson' && format !== 'csv') {
    throw new UsageError(`--format ${format} is neither ndjson nor csv.`);
  }
  return { file: file as string, ...(format === undefined ? {} : { format }) };
}

export function speedOf({
  speed,
  in: within,
  max,
  scenario,
}: Partial<Pick<Values, 'speed' | 'in' | 'max' | 'scenario'>>): Speed {
  const said = [speed, within, max].filter((value) => value !== undefined).length;
  if (said === 0 && scenario !== undefined) return { by: 'scenario' };
  if (said !== 1) throw new UsageError('Say how fast: --speed, --in or --max, one of them.');
  if (max === true) return { by: 'factor', factor: Infinity };
  if (speed !== undefined) return { by: 'factor', factor: readSpeed('--speed', speed) };
  return { by: 'duration', ms: readDuration('--in', within as string) };
}

export function intoOf(values: IntoValues, env: NodeJS.ProcessEnv): Options['into'] {
  const { email, brand, kind, name, topic, topics } = values;
  const token = values.token ?? env['STURMWARTE_TOKEN'];
  if (email === undefined) {
    if (token !== undefined && token !== '') return { token };
    throw new UsageError(
      'Say where to: --token of a source, or --email and --brand for a new space.',
    );
  }
  if (values.token !== undefined) throw new UsageError('--token and --email exclude each other.');
  if (brand === undefined) throw new UsageError('A new space needs --brand.');
  if (kind !== undefined && kind !== 'replay' && kind !== 'drill') {
    throw new UsageError(`--kind ${kind} is neither replay nor drill.`);
  }
  if (topic === undefined && topics === undefined && values.scenario === undefined) {
    throw new UsageError(
      'A new space needs something to watch: --topic NAME=QUERY or --topics FILE.',
    );
  }
  return {
    email,
    brand,
    kind: kind ?? 'replay',
    topics: topic ?? [],
    ...(name === undefined ? {} : { name }),
    ...(topics === undefined ? {} : { topicsFile: topics }),
  };
}
