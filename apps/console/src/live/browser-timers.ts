import type { LiveTimers } from './live-transport.js';

export const browserTimers: LiveTimers = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const id = setTimeout(run, delayMs);
    return () => clearTimeout(id);
  },
  random: () => Math.random(),
};
