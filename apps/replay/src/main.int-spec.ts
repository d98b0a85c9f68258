import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { play } from './play.js';
import { Progress } from './progress.js';
import { openFile, readLines } from './read-file.js';
import { receiverAt } from './send.js';
import { createSpace } from './sign-in.js';
import { startReceiver, type TestReceiver } from './testing/test-receiver.js';

const START = Date.parse('2015-02-22T00:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'replay-'));
let server: TestReceiver;

afterEach(async () => {
  await server.close();
  rmSync(join(folder, 'storm.ndjson'), { force: true });
});

function mention(minute: number): string {
  const publishedAt = new Date(START + minute * 60_000).toISOString();
  return JSON.stringify({ externalId: `e${minute}`, text: 'Der Akku wird heiß', publishedAt });
}

async function playFile(lines: string[], stop = new AbortController(), giveUpAfterMs = 5_000) {
  const file = join(folder, 'storm.ndjson');
  writeFileSync(file, lines.join('\n'));
  const progress = new Progress(performance.now(), START);
  const onRetry = (): void => void progress.retries++;
  await play({
    lines: readLines(await openFile(file), 'ndjson'),
    receiver: receiverAt(server.url, 'the-token', { giveUpAfterMs, onRetry, signal: stop.signal }),
    pace: [{ untilMs: Infinity, speed: Infinity }],
    startMs: START,
    keepOpen: false,
    signal: stop.signal,
    progress,
    tell: () => undefined,
    now: () => performance.now(),
  });
  return progress;
}

describe('a replay into a server', () => {
  it('brings every mention in order, none of them late, and ends the space', async () => {
    server = await startReceiver();
    const progress = await playFile([mention(0), mention(1), mention(600)]);
    expect(server.stored).toEqual(['e0', 'e1', 'e600']);
    expect(progress.stored).toBe(3);
    expect(server.endedAt).toBe(new Date(progress.spaceMs).toISOString());
    expect(server.mistakes).toEqual([]);
  });

  it('waits as long as a full server asks for, and sends the same batch again', async () => {
    server = await startReceiver({ answers: ['full', 'full'] });
    const startedMs = performance.now();
    const progress = await playFile([mention(0), mention(1)]);
    expect(server.stored).toEqual(['e0', 'e1']);
    expect(progress.retries).toBe(2);
    expect(performance.now() - startedMs).toBeGreaterThan(1_900);
  });

  it('resends after a broken connection, and nobody is stored twice', async () => {
    server = await startReceiver({ answers: ['break-after-commit', 'break-before-commit'] });
    const progress = await playFile([mention(0), mention(1)]);
    expect(server.stored).toEqual(['e0', 'e1']);
    expect(progress.duplicates).toBe(1);
    expect(progress.retries).toBe(2);
  });

  it('names the lines that were refused and plays the others', async () => {
    server = await startReceiver();
    const noText = JSON.stringify({ externalId: 'x', publishedAt: '2015-02-22T00:01:00Z' });
    const progress = await playFile([mention(0), '{broken', noText, mention(2)]);
    expect(server.stored).toEqual(['e0', 'e2']);
    const summary = progress.summary(performance.now(), 'Finished');
    expect(summary).toContain('1 x bad-json, first in line 2');
    expect(summary).toContain('1 x field-missing (text), first in line 3');
  });

  it('gives up with a sentence when nobody answers any more', async () => {
    server = await startReceiver();
    await server.close();
    const play = playFile([mention(0)], new AbortController(), 300);
    await expect(play).rejects.toThrow('nobody listens there. Given up.');
  });

  it('says so when the token is not known', async () => {
    server = await startReceiver({ token: 'another' });
    await expect(playFile([mention(0)])).rejects.toThrow('token-unknown');
  });

  it('stops when asked to, leaving nothing half sent', async () => {
    server = await startReceiver();
    const stop = new AbortController();
    server.onMentions(() => stop.abort());
    const progress = await playFile([mention(0), mention(1), mention(2)], stop);
    expect(progress.stored).toBe(server.stored.length);
    expect(server.stored).toEqual(['e0']);
    expect(server.endedAt).toBe('2015-02-22T00:00:00.000Z');
  });
});

describe('a person who plays into a new space', () => {
  const wish = {
    brand: 'nordlicht',
    kind: 'replay' as const,
    name: 'Probe',
    topics: [{ name: 'Nordlicht', kind: 'company' as const, query: 'nordlicht*' }],
    startsAtMs: START,
  };
  const options = {
    giveUpAfterMs: 1_000,
    onRetry: () => undefined,
    signal: new AbortController().signal,
  };

  it('signs in, makes it for the brand, and signs out again', async () => {
    server = await startReceiver();
    const account = { email: 'meier@demo.invalid', password: 'right' };
    const made = await createSpace(server.url, account, wish, options);
    expect(made.token).toBe('the-token');
    expect(server.mistakes).toEqual([]);
    expect(server.signedIn).toBe(false);
  });

  it('is told which brands there are, and that a password is wrong', async () => {
    server = await startReceiver();
    const account = { email: 'meier@demo.invalid', password: 'right' };
    const other = createSpace(server.url, account, { ...wish, brand: 'Sudlicht' }, options);
    await expect(other).rejects.toThrow('There is no brand Sudlicht; you see: Nordlicht.');
    const wrong = createSpace(server.url, { ...account, password: 'wrong' }, wish, options);
    await expect(wrong).rejects.toThrow('E-mail or password is wrong.');
  });
});
