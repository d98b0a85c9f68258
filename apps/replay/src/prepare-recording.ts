import { MINUTE_MS } from '@sturmwarte/domain';
import type { SpaceCreate } from '@sturmwarte/contracts';
import type { Read } from './entry.js';
import type { Options } from './options.js';
import type { Pace, Stretch } from './player.js';
import { formatOf, openFile, readLines } from './read-file.js';
import { composeScenario, dayBefore, scenarioTimes } from './scenario/compose-scenario.js';
import { loadScenario, type Scenario } from './scenario/scenario.js';
import { spanOf, type Span } from './span-of.js';
import { UsageError } from './usage-error.js';

/** Quiet history nobody wants to watch. */
const HISTORY = { speed: Infinity, batchMinutes: 30 };

/** What is to be played, with everything that had to be found out before. */
export interface Prepared {
  readonly lines: AsyncIterable<Read>;
  /** Where the space's clock begins, ms. */
  readonly fromMs: number;
  readonly pace: Pace;
  readonly title?: string;
  readonly topics?: SpaceCreate['topics'];
}

/** Finds start, length and speed of a recording. Throws UsageError where the options do not fit it. */
export async function prepareRecording(options: Options, nowMs: number): Promise<Prepared> {
  const { recording } = options;
  if ('scenario' in recording) return prepareScenario(options, recording, nowMs);
  const { file } = recording;
  const format = recording.format ?? formatOf(file);
  const open = async (): Promise<AsyncIterable<Read>> =>
    part(readLines(await openFile(file), format), options);
  if (file === '-') return prepareStream(options, await open());
  const span = await spanOf(await open());
  if (span === null) throw new UsageError(`${file} holds nothing to play there.`);
  const fromMs = minuteBefore(options.fromMs ?? span.fromMs);
  return { lines: await open(), fromMs, pace: paceOf(options, { ...span, fromMs }) };
}

/** Standard input can be read only once: its length is unknown, its start is its first line. */
async function prepareStream(options: Options, lines: AsyncIterable<Read>): Promise<Prepared> {
  const { speed, fromMs, toMs } = options;
  const known = fromMs !== undefined && toMs !== undefined;
  if (speed.by === 'duration' && !known) {
    throw new UsageError('--in needs a file, or --from and --to.');
  }
  const iterator = lines[Symbol.asyncIterator]();
  const before: Read[] = [];
  let first: number | undefined;
  while (first === undefined) {
    const result = await iterator.next();
    if (result.done === true) throw new UsageError('Standard input holds nothing to play.');
    before.push(result.value);
    if ('entry' in result.value) first = result.value.entry.atMs;
  }
  const start = minuteBefore(fromMs ?? first);
  const pace = paceOf(options, { fromMs: start, toMs: toMs ?? first });
  return { lines: resumed(before, iterator), fromMs: start, pace };
}

async function* resumed(before: readonly Read[], rest: AsyncIterator<Read>): AsyncGenerator<Read> {
  yield* before;
  yield* { [Symbol.asyncIterator]: () => rest };
}

function prepareScenario(
  options: Options,
  recording: { readonly scenario: string; readonly dayMs?: number },
  nowMs: number,
): Prepared {
  const scenario = loadScenario(recording.scenario);
  const dayMs = recording.dayMs ?? dayBefore(nowMs);
  const times = scenarioTimes(scenario, dayMs);
  const entries = composeScenario(scenario, dayMs).map((entry) => ({ entry }));
  const { startMs, endMs } = times;
  const own = options.speed.by === 'scenario';
  const rest = own
    ? tempoOf(scenario, startMs)
    : paceOf({ ...options, rushUntilMs: undefined }, { fromMs: startMs, toMs: endMs });
  return {
    lines: part(entries, options),
    fromMs: options.fromMs ?? times.fromMs,
    pace: [{ ...HISTORY, untilMs: options.rushUntilMs ?? startMs }, ...rest],
    title: scenario.title.de,
    topics: scenario.topics,
  };
}

/** The scenario's own tempo, piece by piece; the last piece goes on to the end. */
function tempoOf({ tempo }: Scenario, startMs: number): Pace {
  let before = 0;
  const stretches = tempo.map(({ untilMinute, seconds }, index) => {
    const speed = ((untilMinute - before) * 60) / seconds;
    before = untilMinute;
    const last = index === tempo.length - 1;
    return { untilMs: last ? Infinity : startMs + untilMinute * MINUTE_MS, speed };
  });
  return stretches as [...Stretch[], Stretch];
}

async function* part(
  lines: AsyncIterable<Read> | Iterable<Read>,
  { fromMs, toMs }: Options,
): AsyncGenerator<Read> {
  for await (const read of lines) {
    const atMs = 'entry' in read ? read.entry.atMs : null;
    const outside = atMs !== null && (atMs < (fromMs ?? -Infinity) || atMs >= (toMs ?? Infinity));
    if (!outside) yield read;
  }
}

function paceOf({ speed, rushUntilMs }: PaceOptions, { fromMs, toMs }: Span): Pace {
  const timedMs = toMs - Math.max(fromMs, rushUntilMs ?? fromMs);
  const told: Stretch = { untilMs: Infinity, speed: factorOf(speed, timedMs) };
  return rushUntilMs === undefined ? [told] : [{ ...HISTORY, untilMs: rushUntilMs }, told];
}
type PaceOptions = Pick<Options, 'speed'> & { readonly rushUntilMs?: number | undefined };

function factorOf(speed: Options['speed'], timedMs: number): number {
  if (speed.by === 'factor') return speed.factor;
  return speed.by === 'duration' && timedMs > 0 ? timedMs / speed.ms : 1;
}

function minuteBefore(ms: number): number {
  return Math.floor(ms / MINUTE_MS) * MINUTE_MS;
}
