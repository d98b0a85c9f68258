import { askPassword } from './ask-password.js';
import type { Options } from './options.js';
import { play } from './play.js';
import type { Prepared } from './prepare-recording.js';
import { Progress } from './progress.js';
import { readTopics } from './read-topics.js';
import type { RequestOptions } from './request.js';
import { receiverAt } from './send.js';
import { createSpace } from './sign-in.js';

export interface Into extends Pick<Options, 'server' | 'into' | 'keepOpen' | 'giveUpAfterMs'> {
  /** What a new space is called where neither the person nor the recording says. */
  readonly name: string;
}

/** Plays into a server until the end or the first signal, tells how it goes. Throws UsageError for a refusal. */
export async function playInto(
  options: Into,
  recording: Prepared,
  env: NodeJS.ProcessEnv,
  tell: (line: string) => void,
): Promise<void> {
  const stop = new AbortController();
  onStop(() => stop.abort());
  const progress = new Progress(performance.now(), recording.fromMs);
  const requests: RequestOptions = {
    giveUpAfterMs: options.giveUpAfterMs,
    signal: stop.signal,
    onRetry: (why) => {
      progress.retries++;
      process.stderr.write(`${options.server}: ${why}; trying again\n`);
    },
  };
  const token = await tokenFor(options, recording, env, requests, tell);
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
  options: Into,
  recording: Prepared,
  env: NodeJS.ProcessEnv,
  requests: RequestOptions,
  tell: (line: string) => void,
): Promise<string> {
  if ('token' in options.into) return options.into.token;
  const { email, brand, kind, topics, topicsFile } = options.into;
  const wanted = await readTopics(topics, topicsFile);
  const name = options.into.name ?? recording.title ?? options.name;
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

/** The first signal ends the play cleanly, a second one at once. */
function onStop(stop: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}
