import { basename } from 'node:path';
import { askPassword } from './ask-password.js';
import { readOptions, type Options } from './options.js';
import { play } from './play.js';
import { Progress } from './progress.js';
import { prepareRecording, type Prepared } from './prepare-recording.js';
import { readTopics } from './read-topics.js';
import type { RequestOptions } from './request.js';
import { receiverAt } from './send.js';
import { createSpace } from './sign-in.js';
import { UsageError } from './usage-error.js';
import { USAGE } from './usage.js';

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const options = readOptions(argv, env);
  if (options === null) return tell(USAGE);
  const stop = new AbortController();
  onStop(() => stop.abort());
  const recording = await prepareRecording(options, Date.now());
  const startedMs = performance.now();
  const progress = new Progress(startedMs, recording.fromMs);
  const requests: RequestOptions = {
    giveUpAfterMs: options.giveUpAfterMs,
    signal: stop.signal,
    onRetry: (why) => {
      progress.retries++;
      process.stderr.write(`${options.server}: ${why}; trying again\n`);
    },
  };
  const token = await tokenFor(options, recording, env, requests);
  try {
    await play({
      lines: recording.lines,
      receiver: receiverAt(options.server, token, requests),
      pace: recording.pace,
      startMs: recording.fromMs,
      keepOpen: options.keepOpen,
      signal: stop.signal,
      progress,
      tell,
      now: () => performance.now(),
    });
  } catch (error) {
    if (!stop.signal.aborted) {
      tell(progress.summary(performance.now(), 'Broken off'));
      throw error;
    }
  }
  const ending = stop.signal.aborted ? 'Stopped' : 'Finished';
  tell(progress.summary(performance.now(), ending));
}

/** The token given, or that of a space made for the purpose. */
async function tokenFor(
  options: Options,
  recording: Prepared,
  env: NodeJS.ProcessEnv,
  requests: RequestOptions,
): Promise<string> {
  if ('token' in options.into) return options.into.token;
  const { email, brand, kind, topics, topicsFile } = options.into;
  const wanted = await readTopics(topics, topicsFile);
  const name = options.into.name ?? recording.title ?? nameOf(options);
  const wish = {
    brand,
    kind,
    name,
    topics: wanted.length > 0 ? wanted : (recording.topics ?? []),
    startsAtMs: recording.fromMs,
  };
  const password = await askPassword(env);
  const made = await createSpace(options.server, { email, password }, wish, requests);
  tell(`Space ${made.space.id} "${name}" for ${brand}, ${wish.topics.length} topics.`);
  return made.token;
}

function nameOf({ recording }: Options): string {
  if ('scenario' in recording) return recording.scenario;
  return recording.file === '-' ? 'Replay' : basename(recording.file);
}

/** The first signal ends the play cleanly, a second one at once. */
function onStop(stop: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}

try {
  await main(process.argv.slice(2), process.env);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
