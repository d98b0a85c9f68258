#!/usr/bin/env node
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { WriteStream } from 'node:fs';
import { USAGE, readOptions } from './options.js';
import type { BacktestOptions } from './options.js';
import { play } from './play.js';
import { readRows } from './read-rows.js';

/** Plays a table of counts through the detector: what would it have said, and when? */
async function backtest(options: BacktestOptions): Promise<void> {
  const alerts = createWriteStream(options.out);
  const scores = options.scores === null ? null : createWriteStream(options.scores);
  scores?.write('topic,minute,score\n');
  await play(readRows(options.counts), options, {
    change: (topic, minute, level) =>
      alerts.write(`${JSON.stringify({ topic, at: iso(minute), level })}\n`),
    ...(scores !== null && {
      score: (topic, minute, score) =>
        void scores.write(`${topic},${iso(minute)},${score.toFixed(4)}\n`),
    }),
  });
  await Promise.all([finish(alerts), ...(scores === null ? [] : [finish(scores)])]);
}

async function finish(stream: WriteStream): Promise<void> {
  stream.end();
  await once(stream, 'finish');
}

function iso(minute: number): string {
  return new Date(minute * 60_000).toISOString().replace('.000Z', 'Z');
}

try {
  await backtest(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(USAGE);
  process.exitCode = 1;
}
