import { describe, expect, it } from '@jest/globals';
import { isClogged, RateLimit, SOCKET_LIMITS } from './socket-limits.js';

describe('the limits of a socket', () => {
  it('let a burst through, then a steady rate', () => {
    const limit = new RateLimit(0);
    const passed = (now: number, times: number): number =>
      Array.from({ length: times }, () => limit.take(now)).filter(Boolean).length;
    expect(passed(0, 100)).toBe(SOCKET_LIMITS.burst);
    expect(passed(1_000, 100)).toBe(SOCKET_LIMITS.perSecond);
  });

  it('call a client hostile that does not stop', () => {
    const limit = new RateLimit(0);
    for (let i = 0; i < SOCKET_LIMITS.burst + SOCKET_LIMITS.strikes; i++) limit.take(0);
    expect(limit.hostile).toBe(false);
    limit.take(0);
    expect(limit.hostile).toBe(true);
  });

  it('notice a client that no longer takes what it is sent', () => {
    expect(isClogged({ writeBuffer: [], transport: { socket: { bufferedAmount: 10 } } })).toBe(
      false,
    );
    const many = Array.from({ length: SOCKET_LIMITS.waitingPackets + 1 }, () => ({ data: '' }));
    expect(isClogged({ writeBuffer: many })).toBe(true);
    const long = { data: 'x'.repeat(SOCKET_LIMITS.waitingBytes + 1) };
    expect(isClogged({ writeBuffer: [long] })).toBe(true);
    expect(
      isClogged({ transport: { socket: { bufferedAmount: SOCKET_LIMITS.waitingBytes + 1 } } }),
    ).toBe(true);
  });
});
