import { describe, expect, it } from '@jest/globals';
import type { MentionPage } from '@sturmwarte/contracts';
import { aMention } from '../testing/builders.js';
import { HandTimers, settle } from '../testing/live-server.js';
import { MentionStream } from './mention-stream.js';

/** A server with mentions 1 to `newest`, the highest number being the newest. */
class Mentions {
  newest: number;
  fails = false;
  readonly asked: (string | null)[] = [];
  constructor(newest: number) {
    this.newest = newest;
  }
  readonly fetch = async (before: string | null, limit: number): Promise<MentionPage> => {
    this.asked.push(before);
    if (this.fails) throw new Error('unreachable');
    const top = before === null ? this.newest : Number(before) - 1;
    const ids = Array.from({ length: Math.min(limit, top) }, (_, back) => String(top - back));
    const last = ids.at(-1);
    const next = last === undefined || last === '1' ? null : last;
    return { mentions: ids.map((id) => aMention({ id })), next };
  };
}

async function aStream(newest: number) {
  const server = new Mentions(newest);
  const timers = new HandTimers();
  const stream = new MentionStream(server.fetch, timers);
  stream.start();
  await settle();
  const shown = () => stream.getState().mentions.map(({ id }) => Number(id));
  const arrive = async (count: number) => {
    server.newest += count;
    stream.hint();
    await timers.pass(5_000);
  };
  return { server, timers, stream, shown, arrive };
}

describe('somebody who watches the stream', () => {
  it('sees new mentions on top', async () => {
    const { shown, arrive } = await aStream(60);
    expect(shown()[0]).toBe(60);
    await arrive(3);
    expect(shown().slice(0, 4)).toEqual([63, 62, 61, 60]);
    expect(new Set(shown()).size).toBe(shown().length);
  });
  it('who pauses sees them counted, and the rows stay', async () => {
    const { stream, shown, arrive } = await aStream(60);
    stream.hold(true);
    await arrive(12);
    expect(shown()[0]).toBe(60);
    expect(stream.getState()).toMatchObject({ waiting: 12, waitingMore: false });
    await arrive(3);
    expect(stream.getState().waiting).toBe(15);
    stream.hold(false);
    expect(shown()[0]).toBe(75);
    expect(stream.getState().waiting).toBe(0);
  });
  it('may show what waits without letting go', async () => {
    const { stream, shown, arrive } = await aStream(60);
    stream.hold(true);
    await arrive(2);
    stream.show();
    expect(shown()[0]).toBe(62);
    await arrive(1);
    expect(shown()[0]).toBe(62);
  });
  it('many hints make one look', async () => {
    const { server, stream, timers } = await aStream(60);
    const before = server.asked.length;
    for (let hint = 0; hint < 50; hint += 1) stream.hint();
    await timers.pass(900);
    for (let hint = 0; hint < 50; hint += 1) stream.hint();
    await timers.pass(200);
    expect(server.asked.length - before).toBe(1);
  });
  it('after a flood begins anew at the top, without a hole, and goes on from there', async () => {
    const { stream, shown, arrive } = await aStream(60);
    await arrive(5_000);
    expect(shown()[0]).toBe(5_060);
    await stream.older();
    const rows = shown();
    expect(rows.every((id, at) => at === 0 || id === (rows[at - 1] ?? 0) - 1)).toBe(true);
  });
  it('while pausing a flood learns that there are more than could be counted', async () => {
    const { stream, arrive } = await aStream(60);
    stream.hold(true);
    await arrive(5_000);
    expect(stream.getState().waitingMore).toBe(true);
    expect(stream.getState().waiting).toBeGreaterThan(300);
  });
});

describe('somebody who reads on', () => {
  it('gets page after page down to the end', async () => {
    const { stream, shown } = await aStream(120);
    await stream.older();
    await stream.older();
    expect(shown()).toHaveLength(120);
    expect(stream.getState().older).toBe('end');
  });
  it('loses nothing when new mentions arrive meanwhile', async () => {
    const { stream, shown, arrive, server } = await aStream(120);
    const older = stream.older();
    server.newest += 2;
    await older;
    await arrive(1);
    expect(shown()).toEqual(Array.from({ length: 103 }, (_, back) => 123 - back));
  });
  it('is told when a page did not come, and may try again', async () => {
    const { stream, server, shown } = await aStream(120);
    server.fails = true;
    await stream.older();
    expect(stream.getState().older).toBe('failed');
    server.fails = false;
    await stream.older();
    expect(shown()).toHaveLength(100);
  });
  it('is told when the newest could not be fetched', async () => {
    const { stream, server, arrive } = await aStream(60);
    server.fails = true;
    await arrive(1);
    expect(stream.getState()).toMatchObject({ stale: true, phase: 'ready' });
    server.fails = false;
    await arrive(1);
    expect(stream.getState().stale).toBe(false);
  });
});

describe('a stream nobody watches any more', () => {
  it('takes no late answer', async () => {
    const server = new Mentions(60);
    const stream = new MentionStream(server.fetch, new HandTimers());
    stream.start();
    stream.stop();
    await settle();
    expect(stream.getState().phase).toBe('loading');
  });
});
