import { beforeEach, describe, expect, it } from '@jest/globals';
import { clocksOf } from '../incident/clocks-of.js';
import type { IncidentCommand } from '../incident/incident-command.js';
import { bound } from '../testing/index.js';
import { PublishingDesk } from '../testing/publishing-desk.js';
import { WORDS_CAST } from '../testing/words-cast.js';

const { meier, lang, oeztuerk, brandt, klein, jung } = WORDS_CAST;

describe('words on their way out in the night', () => {
  let desk: PublishingDesk;
  let house: PublishingDesk['house'];

  beforeEach(() => {
    desk = new PublishingDesk();
    house = desk.house;
  });

  const release = (more: object = {}) =>
    ({
      type: 'release-in-emergency',
      ...{ statement: desk.id, ...bound(desk.agreed), reason: 'niemand da' },
      ...{ agreedNow: true, proof: 'passkey', ...more },
    }) as IncidentCommand;
  const wake = () => {
    house.does(meier, { type: 'assign-role', role: 'pr', person: lang, deputy: jung });
    house.does(meier, { type: 'override-level', level: 4, reason: 'es weht' });
    desk.draft(desk.agreed);
    desk.ask(desk.agreed);
  };

  it('agreed words leave at once below level 3, and only while they are agreed', () => {
    house.does(meier, { type: 'override-level', level: 2, reason: 'ruhig' });
    desk.draft(desk.agreed);
    expect(house.refuses(oeztuerk, desk.prepare(desk.agreed, { agreedNow: false }))).toMatchObject({
      code: 'agreed-expired',
      params: { title: 'Erste Worte' },
    });
    house.does(oeztuerk, desk.prepare(desk.agreed));
    const out = house.incident.version;
    expect(house.sends(out, { agreedNow: false })).toMatchObject({ kind: 'withdraw' });
  });

  it('any other words need somebody also below level 3', () => {
    house.does(meier, { type: 'override-level', level: 1, reason: 'ruhig' });
    desk.draft();
    desk.ask();
    expect(house.refuses(oeztuerk, desk.prepare()).params).toEqual({ roles: 'pr' });
    desk.approve();
    house.does(oeztuerk, desk.prepare());
  });

  it('the lead breaks the glass when two have let their time pass, and somebody reviews it', () => {
    wake();
    house.minute = 14;
    expect(house.refuses(meier, release())).toMatchObject({
      code: 'emergency-unanswered',
      params: { silent: 0, needed: 2, until: '2026-03-02T14:15:00.000Z' },
    });
    house.minute = 15;
    const [released] = house.does(meier, release());
    expect(released).toMatchObject({
      unanswered: [
        { role: 'pr', person: { name: 'Lang' } },
        { role: 'pr', person: { name: 'Jung' } },
      ],
    });
    const seq = house.incident.version;
    house.does(oeztuerk, desk.prepare(desk.agreed));
    expect(clocksOf(house.incident, new Map()).map(({ key }) => key)).toContain(`emergency:${seq}`);
    const review = { type: 'review-emergency', release: seq, verdict: 'objected' } as const;
    expect(house.refuses(meier, { ...review, note: 'ich' }).code).toBe('second-person-needed');
    expect(house.refuses(klein, { ...review, note: 'x' }).code).toBe('not-allowed');
    expect(house.refuses(brandt, { ...review, note: ' ' }).code).toBe('reason-missing');
    house.does(brandt, { ...review, note: 'falsche Charge' });
    expect(desk.publication()?.state).toBe('withdrawn');
    expect(house.refuses(oeztuerk, desk.prepare(desk.agreed)).code).toBe('approval-missing');
  });

  it('the glass holds for others, for other words, below level 4, and while people may answer', () => {
    wake();
    house.minute = 15;
    expect(house.refuses(oeztuerk, release()).code).toBe('not-allowed');
    expect(house.refuses(meier, release({ agreedNow: false })).code).toBe('agreed-expired');
    house.does(meier, { type: 'override-level', level: 3, reason: 'ruhiger' });
    expect(house.refuses(meier, release()).code).toBe('emergency-level');
    house.does(meier, { type: 'override-level', level: 4, reason: 'doch' });
    house.does(oeztuerk, { type: 'write-variant', statement: desk.id, base: 1, ...desk.german });
    desk.ask();
    house.minute = 60;
    expect(house.refuses(meier, release(bound(desk.german))).code).toBe('emergency-agreed');
  });
});
