import { describe, expect, it } from '@jest/globals';
import { isPlanned } from './is-planned.js';

const NOON = Date.parse('2026-11-22T12:00:00.000Z');
const from = (ms: number) => ({ from: new Date(NOON + ms).toISOString() });

describe('somebody who has just muted something', () => {
  it('sees it in force at once, though their clock shows whole seconds', () => {
    expect(isPlanned(from(900), NOON)).toBe(false);
    expect(isPlanned(from(3_000), NOON)).toBe(false);
  });

  it('sees what begins later among what is planned', () => {
    expect(isPlanned(from(60_000), NOON)).toBe(true);
  });
});
