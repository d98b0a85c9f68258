import { afterEach, describe, expect, it } from '@jest/globals';
import { minuteOf } from '@sturmwarte/domain';
import { play } from '../play.js';
import { Progress } from '../progress.js';
import { receiverAt } from '../send.js';
import { startReceiver, type TestReceiver } from '../testing/test-receiver.js';
import { loadOutlets, loadPhrasebooks, loadPlan } from './bundled.js';
import { prepareBackground } from './prepare-storm.js';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const library = { books: loadPhrasebooks(), outlets: loadOutlets() };
let server: TestReceiver;

afterEach(() => server.close());

describe('the endless background', () => {
  it('rushes through four quiet days, goes on at its own pace, and ends the space when stopped', async () => {
    server = await startReceiver();
    const stop = new AbortController();
    const speed = { by: 'factor', factor: 3_600 } as const;
    const prepared = prepareBackground(
      loadPlan('viral-service'),
      { seed: 1, perHour: 30, speed, nowMs: NOW },
      library,
    );
    const progress = new Progress(performance.now(), prepared.fromMs);
    let toldLive = 0;
    server.onMentions(() => {
      if (progress.spaceMs > NOW && ++toldLive === 5) stop.abort();
    });
    await play({
      lines: prepared.lines,
      receiver: receiverAt(server.url, 'the-token', {
        giveUpAfterMs: 5_000,
        onRetry: () => undefined,
        signal: stop.signal,
      }),
      pace: prepared.pace,
      startMs: prepared.fromMs,
      keepOpen: false,
      signal: stop.signal,
      progress,
      tell: () => undefined,
      now: () => performance.now(),
    });
    const days = (minuteOf(NOW) - minuteOf(prepared.fromMs)) / 1_440;
    expect(days).toBe(4);
    expect(progress.stored).toBeGreaterThan(2_000);
    expect(progress.stored).toBe(server.stored.length);
    expect(server.endedAt).not.toBeNull();
    expect(Date.parse(server.endedAt ?? '')).toBeGreaterThanOrEqual(NOW);
    expect(server.mistakes).toEqual([]);
  });
});
