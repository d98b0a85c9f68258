import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { WriteStream } from 'node:fs';
import { DEFAULT_SENSITIVITY } from '@sturmwarte/domain';
import type { BacktestOptions } from './options.js';
import { play } from './play.js';
import type { Listener } from './play.js';
import { readHistory } from './read-history.js';
import { readPeaks } from './read-peaks.js';
import { readRows } from './read-rows.js';

/** Plays counts through the detector: what would it have said, and when? */
export async function runBacktest(options: BacktestOptions): Promise<void> {
  const { out, scores: scoresFile } = options;
  const alerts = createWriteStream(out);
  const scores = scoresFile === null ? null : createWriteStream(scoresFile);
  scores?.write('topic,minute,score\n');
  await playInto(options, {
    change: (topic, minute, level) =>
      alerts.write(`${JSON.stringify({ topic, at: iso(minute), level })}\n`),
    ...(scores !== null && {
      score: (topic, minute, score) =>
        void scores.write(`${topic},${iso(minute)},${score.toFixed(4)}\n`),
    }),
  });
  await Promise.all([finish(alerts), ...(scores === null ? [] : [finish(scores)])]);
}

async function playInto(options: BacktestOptions, listener: Listener) {
  const { from, binMinutes, preset, headStart } = options;
  if ('counts' in from) {
    const peaksOf = from.peaks === null ? {} : { peaksOf: await readPeaks(from.peaks) };
    const setting = { binMinutes, preset: preset ?? DEFAULT_SENSITIVITY, headStart, ...peaksOf };
    return play(readRows(from.counts), setting, listener);
  }
  const history = await readHistory(from.database, from.topic, from.timeZone);
  try {
    const { setting } = history;
    // A preset named here puts the topic's own number aside.
    const own = preset === null ? (headStart ?? setting.headStart ?? null) : null;
    const chosen = { ...setting, binMinutes, preset: preset ?? setting.preset, headStart: own };
    await play(history.rows, chosen, listener);
  } finally {
    await history.close();
  }
}

async function finish(stream: WriteStream): Promise<void> {
  stream.end();
  await once(stream, 'finish');
}

function iso(minute: number): string {
  return new Date(minute * 60_000).toISOString().replace('.000Z', 'Z');
}
