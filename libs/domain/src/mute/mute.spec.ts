import { describe, expect, it } from '@jest/globals';
import { evolveAlert } from '../evolve-alert.js';
import { decideSighting, isAlarm, type Sighting } from '../decide-alert.js';
import type { Alert } from '../alert.js';
import type { Level } from '../level.js';
import { anEvidence } from '../testing/an-evidence.js';
import type { Explaining } from './alert-hold.js';
import { checkMuteTime } from './check-mute-time.js';
import { muteStands } from './mute-stands.js';
import { muteWarnsAt } from './mute-warns-at.js';
import type { Mute } from './mute.js';

const NOON = Date.parse('2026-11-22T12:00:00.000Z');
const HOUR = 3_600_000;
const iso = (hours: number) => new Date(NOON + hours * HOUR).toISOString();

const aMute = (rest: Partial<Mute> = {}): Mute => ({
  ...{ id: 7, spaceId: 1, brandId: 1, subject: { kind: 'topic', topicId: 3 }, reason: 'Kampagne' },
  onlyTopicId: null,
  ...{ from: iso(0), until: iso(10), breaksThrough: true, by: { id: 1, name: 'Pia' } },
  ...{ endedAt: null, endedBy: null },
  ...rest,
});
const higher: Explaining = { alertId: 9, number: 9, topicId: 4, topicName: 'Marke', share: 0.8 };

/** Tells what the detector saw, one after the other, and answers the alert after it with what was decided last. */
function story(...seen: { level: Level; mute?: Mute | null; explained?: Explaining | null }[]) {
  let alert: Alert | null = null;
  let last: readonly string[] = [];
  seen.forEach(({ level, mute = null, explained = null }, n) => {
    const at = iso(n / 60);
    const evidence = anEvidence({ at, level });
    const sighting: Sighting = { at, level, trend: 'steady', evidence, calm: { mute, explained } };
    const { events } = decideSighting(alert, sighting);
    alert = events.reduce<Alert | null>(evolveAlert, alert);
    last = events.map(({ type }) => type);
  });
  return { alert: alert as Alert | null, last };
}

describe('a muted topic that burns', () => {
  const mute = aMute();

  it('has its alert on record, with who muted it, and calls nobody', () => {
    const { alert, last } = story({ level: 3, mute });
    expect(last).toEqual(['raised', 'held']);
    expect(alert?.held).toMatchObject({ kind: 'mute', muteId: 7, by: { name: 'Pia' } });
    expect(alert && isAlarm(alert)).toBe(false);
  });

  it('calls at once when the mute ends while it still burns', () => {
    const { alert, last } = story({ level: 3, mute }, { level: 3 });
    expect(last).toContain('released');
    expect(alert && isAlarm(alert)).toBe(true);
  });

  it('stays quiet at level 4, calls at 5, and stays out of the mute from there on', () => {
    const four = story({ level: 3, mute }, { level: 4, mute });
    expect(four.alert && isAlarm(four.alert)).toBe(false);
    const five = story({ level: 3, mute }, { level: 5, mute });
    expect(five.last).toEqual(['level-changed', 'released']);
    expect(five.alert && isAlarm(five.alert)).toBe(true);
    const after = story({ level: 5, mute }, { level: 4, mute });
    expect(after.alert?.held ?? null).toBeNull();
  });

  it('stays quiet at every level when its author said so', () => {
    const deaf = aMute({ breaksThrough: false });
    expect(story({ level: 6, mute: deaf }).alert?.held).toMatchObject({ muteId: 7 });
  });

  it('is not told anew every minute, also not as the database gives it back', () => {
    const held = story({ level: 3, mute }).alert;
    const stored = JSON.parse(JSON.stringify(held, Object.keys(flat(held)).sort())) as Alert;
    const at = stored.evidence.at;
    const evidence = anEvidence({ at, level: 3 });
    const again = { at, level: 3, trend: 'steady', evidence, calm: { mute, explained: null } };
    expect(decideSighting(stored, again as Sighting).events).toEqual([]);
  });

  it('takes an alert that already calls under the mute', () => {
    expect(story({ level: 3 }, { level: 3, mute }).last).toContain('held');
  });
});

/** Every key anywhere, so that JSON keeps them all in another order. */
function flat(value: unknown, keys: Record<string, true> = {}): Record<string, true> {
  if (typeof value !== 'object' || value === null) return keys;
  for (const [key, inner] of Object.entries(value)) {
    keys[key] = true;
    flat(inner, keys);
  }
  return keys;
}

describe('a lower alert that a higher one explains', () => {
  it('is on record and quiet, and speaks up when the higher has ended', () => {
    const quiet = story({ level: 3, explained: higher });
    expect(quiet.alert?.held).toMatchObject({ kind: 'explained', topicName: 'Marke' });
    const alone = story({ level: 3, explained: higher }, { level: 3 });
    expect(alone.alert && isAlarm(alone.alert)).toBe(true);
  });

  it('names the mute of people before the explanation of the machine', () => {
    const both = story({ level: 3, mute: aMute(), explained: higher });
    expect(both.alert?.held?.kind).toBe('mute');
    const then = story(
      { level: 3, mute: aMute(), explained: higher },
      { level: 3, explained: higher },
    );
    expect(then.alert?.held?.kind).toBe('explained');
  });
});

describe('the time of a mute', () => {
  it('has an end between five minutes and thirty days from its beginning', () => {
    const check = (from: number, until: number) => () => checkMuteTime(iso(from), iso(until), NOON);
    expect(check(0, 1)).not.toThrow();
    expect(check(0, 0.05)).toThrow('mute-too-short');
    expect(check(0, 24 * 30)).not.toThrow();
    expect(check(0, 24 * 31)).toThrow('mute-too-long');
    // What began long ago counts from now on.
    expect(check(-24 * 29, 24 * 29)).not.toThrow();
    expect(check(24 * 91, 24 * 92)).toThrow('mute-too-long');
  });

  it('ends by the clock alone, and at once when somebody ends it', () => {
    expect(muteStands(aMute(), NOON - 1)).toBe(false);
    expect(muteStands(aMute(), NOON)).toBe(true);
    expect(muteStands(aMute(), NOON + 10 * HOUR)).toBe(false);
    expect(muteStands(aMute({ endedAt: iso(1) }), NOON + 2 * HOUR)).toBe(false);
  });

  it('warns an hour before at most and two minutes before at least', () => {
    const before = (length: number) => {
      const mute = aMute({ until: iso(length) });
      return (Date.parse(mute.until) - muteWarnsAt(mute)) / 60_000;
    };
    expect(before(5)).toBe(30);
    expect(before(24 * 7)).toBe(60);
    expect(before(0.1)).toBe(2);
  });
});
