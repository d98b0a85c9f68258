import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HandTimers, LiveServer, settle } from '../testing/live-server.js';
import { LiveClient } from './live-client.js';
import { retryDelayMs } from './live-status.js';

async function aConsole() {
  const timers = new HandTimers();
  const server = new LiveServer(timers);
  const client = new LiveClient(server.transport(), timers);
  const heard: string[] = [];
  const counts = { stale: 0, refused: 0 };
  client.listen({
    message: (message) => heard.push(`${message.stream}:${message.seq}`),
    stale: () => (counts.stale += 1),
    refused: () => (counts.refused += 1),
  });
  return { timers, server, client, heard, counts };
}

describe('a console that stays connected', () => {
  it('hears every message once, in order', async () => {
    const { server, client, heard } = await aConsole();
    server.say(7);
    client.start();
    await settle();
    server.say(7);
    server.say(7, 'twice');
    server.say(7);
    expect(heard).toEqual(['7:2', '7:3', '7:4']);
    expect(client.getStatus().connection).toBe('connected');
  });

  it('fetches what a gap swallowed before going on', async () => {
    const { server, client, heard } = await aConsole();
    server.say(7);
    client.start();
    await settle();
    server.say(7, 'lost');
    server.say(7, 'lost');
    server.say(7);
    await settle();
    expect(heard).toEqual(['7:2', '7:3', '7:4']);
    expect(server.resumes.at(-1)?.streams).toEqual([{ stream: 7, seq: 1 }]);
  });

  it('keeps the order when news arrives while the answer is on its way', async () => {
    const { server, client, heard } = await aConsole();
    server.say(7);
    client.start();
    await settle();
    server.holdAnswers();
    server.say(7, 'lost');
    server.say(7);
    await settle();
    server.say(7);
    server.releaseAnswers();
    await settle();
    expect(heard).toEqual(['7:2', '7:3', '7:4']);
  });

  it('goes on after a hole that nobody can fill, and fetches the state anew', async () => {
    const { server, client, heard, counts } = await aConsole();
    server.say(7);
    client.start();
    await settle();
    counts.stale = 0;
    server.lose(7);
    server.say(7);
    await settle();
    server.say(7);
    expect(heard).toEqual(['7:3', '7:4']);
    expect(counts.stale).toBe(1);
    expect(server.resumes).toHaveLength(2);
  });

  it('is told to fetch anew when a brand opens to it in the middle', async () => {
    const { server, client, heard, counts } = await aConsole();
    client.start();
    await settle();
    server.say(9, 'lost');
    counts.stale = 0;
    server.say(9);
    await settle();
    expect(heard).toEqual(['9:2']);
    expect(counts.stale).toBe(1);
  });
});

describe('a console that was away', () => {
  it('gets everything it missed and says how much that was', async () => {
    const { server, client, timers, heard } = await aConsole();
    server.say(7);
    client.start();
    await settle();
    server.cut();
    expect(client.getStatus().connection).toBe('disconnected');
    for (let index = 0; index < 12; index += 1) server.say(7);
    await timers.pass(1_000);
    expect(client.getStatus().connection).toBe('connected');
    expect(heard).toHaveLength(12);
    expect(client.getStatus().reloaded.count).toBe(12);
  });

  it('fetches the state anew when its gap is too old for the log', async () => {
    const { server, client, timers, heard, counts } = await aConsole();
    server.say(7);
    client.start();
    await settle();
    counts.stale = 0;
    server.cut();
    server.say(7);
    server.forget(7);
    await timers.pass(1_000);
    expect(counts.stale).toBe(1);
    server.say(7);
    await settle();
    expect(heard).toEqual(['7:3']);
  });

  it('is told to fetch anew, for figures that moved meanwhile are not kept anywhere', async () => {
    const { server, client, timers, counts } = await aConsole();
    server.say(7);
    client.start();
    await settle();
    counts.stale = 0;
    server.cut();
    await timers.pass(1_000);
    await settle();
    expect(client.getStatus().connection).toBe('connected');
    expect(counts.stale).toBe(1);
  });

  it('asks again for the space it was watching', async () => {
    const { server, client, timers } = await aConsole();
    client.start();
    client.watch({ spaceId: 4, mentions: true });
    await settle();
    server.cut();
    await timers.pass(1_000);
    expect(server.watches.at(-1)).toEqual({ spaceId: 4, mentions: true });
    expect(server.watches).toHaveLength(2);
  });

  it('knocks with growing pauses and is let in at last', async () => {
    const { server, client, timers } = await aConsole();
    server.reachable = false;
    client.start();
    await timers.pass(60_000);
    expect(client.getStatus().connection).toBe('disconnected');
    server.reachable = true;
    await timers.pass(15_000);
    server.beat();
    expect(client.getStatus().connection).toBe('connected');
  });

  it('does not wait when a person says "now"', async () => {
    const { server, client, timers } = await aConsole();
    server.reachable = false;
    client.start();
    await timers.pass(60_000);
    server.reachable = true;
    client.retryNow();
    await settle();
    expect(client.getStatus().connection).toBe('connected');
  });
});

describe('a console whose server falls silent', () => {
  it('calls the data delayed after five seconds and recovers with the next beat', async () => {
    const { server, client, timers } = await aConsole();
    client.start();
    await settle();
    await timers.pass(4_000);
    expect(client.getStatus().connection).toBe('connected');
    await timers.pass(3_000);
    expect(client.getStatus().connection).toBe('delayed');
    server.beat();
    expect(client.getStatus().connection).toBe('connected');
  });

  it('gives up a wire that only claims to stand', async () => {
    const { client, timers, server } = await aConsole();
    client.start();
    await settle();
    const before = server.resumes.length;
    await timers.pass(25_000);
    expect(server.resumes.length).toBeGreaterThan(before);
  });

  it('learns that its session has ended', async () => {
    const { client, server, counts } = await aConsole();
    server.refusing = true;
    client.start();
    await settle();
    expect(counts.refused).toBe(1);
    expect(client.getStatus().connection).toBe('disconnected');
  });
});

describe('the clock of a console', () => {
  it('follows the fastest beat, because a beat can only be late', async () => {
    const { server, client, timers } = await aConsole();
    client.start();
    await settle();
    server.beat(90_000);
    server.beat(88_000);
    expect(client.serverNow() - timers.now()).toBe(90_000);
  });
});

describe('whatever the network does', () => {
  it('no message is missed, doubled or out of order', async () => {
    const step = fc.constantFrom('sent', 'lost', 'twice', 'cut', 'hold', 'release', 'wait');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const { server, client, timers, heard } = await aConsole();
        server.say(1);
        client.start();
        await settle();
        let said = 1;
        for (const what of steps) {
          if (what === 'cut') server.cut();
          else if (what === 'hold') server.holdAnswers();
          else if (what === 'release') server.releaseAnswers();
          else if (what === 'wait') await timers.pass(700);
          else {
            server.say(1, what);
            said += 1;
          }
        }
        server.releaseAnswers();
        server.cut();
        await timers.pass(20_000);
        expect(heard).toEqual(Array.from({ length: said - 1 }, (_, index) => `1:${index + 2}`));
      }),
      { numRuns: 300 },
    );
  });

  it('pauses stay between a quarter of a second and fifteen', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, chance) => {
        const delay = retryDelayMs(attempt, chance);
        expect(delay).toBeGreaterThanOrEqual(250);
        expect(delay).toBeLessThanOrEqual(15_000);
      }),
    );
  });
});
