import { MINUTE_MS } from '@sturmwarte/domain';
import type { Read } from './entry.js';
import { MOST_IN_BATCH, Player, type Pace } from './player.js';
import type { Progress } from './progress.js';
import { ReadAhead } from './read-ahead.js';
import { pause } from './request.js';
import type { Receiver } from './send.js';

const TELL_EVERY_MS = 1_000;
/** After the last mention the clock goes on so far, so that its minute closes and is judged. */
const AFTERGLOW_MS = 3 * MINUTE_MS;

export interface Play {
  /** In time order. */
  readonly lines: AsyncIterable<Read>;
  readonly receiver: Receiver;
  readonly pace: Pace;
  /** Where the space's clock stands, ms. */
  readonly startMs: number;
  /** Leave the space open at the end, for more to come. */
  readonly keepOpen: boolean;
  /** Ends the play early, but cleanly: what is under way is still acknowledged. */
  readonly signal: AbortSignal;
  readonly progress: Progress;
  readonly tell: (line: string) => void;
  /** Real time, ms. */
  readonly now: () => number;
}

/** Plays a recording to its end or until it is stopped. */
export async function play(options: Play): Promise<void> {
  const { receiver, progress, signal } = options;
  const player = new Player(options.pace, options.startMs);
  const ahead = new ReadAhead(options.lines, ({ reason, line }) =>
    progress.notPlayed(reason, line),
  );
  let toldAt = options.now();
  for (;;) {
    await ahead.ready();
    if (signal.aborted || ahead.queue.length === 0) break;
    const step = player.next(options.now(), ahead.queue);
    if (step.do === 'wait') await pause(step.ms, signal);
    if (step.do === 'clock') await receiver.clock(step.clockMs);
    if (step.do === 'send') {
      const batch = ahead.take(Math.min(step.count, MOST_IN_BATCH));
      const sentAt = options.now();
      const receipt = await receiver.mentions(batch);
      const lines = batch.map((entry) => entry.line);
      progress.acknowledged(receipt, lines, options.now() - sentAt);
    }
    progress.spaceMs = player.clockMs;
    if (options.now() - toldAt >= TELL_EVERY_MS) {
      toldAt = options.now();
      const next = ahead.queue[0]?.atMs ?? player.clockMs;
      options.tell(progress.line(toldAt, player.lagMs(toldAt, next)));
    }
  }
  const endMs = signal.aborted ? player.clockMs : player.clockMs + AFTERGLOW_MS;
  await receiver.clock(endMs, !options.keepOpen);
  progress.spaceMs = endMs;
}
