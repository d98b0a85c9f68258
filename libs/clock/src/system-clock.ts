import type { Clock } from '@sturmwarte/domain';

/** The server's own time: the live space runs by it. */
export const systemClock: Clock = { now: () => Date.now() };
