import { describe, expect, it } from '@jest/globals';
import { aContext, anIncident, aPerson, T0 } from '../testing/index.js';
import { evolveAll } from './evolve-all.js';
import { linkIncidents, type LinkSide } from './link-incidents.js';

const meier = aPerson(1, 'Meier', 'lead');
const one: LinkSide = { ref: { id: 1, number: 'L-2026-014' }, incident: anIncident() };
const other: LinkSide = {
  ref: { id: 2, number: 'L-2026-015' },
  incident: { ...anIncident(), number: 'L-2026-015' },
};
const context = aContext(meier, one.incident);
const link = { type: 'link' } as const;
const unlink = { type: 'unlink', reason: 'doch nicht' } as const;
const after = (side: LinkSide, events: ReturnType<typeof linkIncidents>['one']): LinkSide => ({
  ...side,
  incident: evolveAll(side.incident, events, T0),
});

describe('linking incidents', () => {
  it('whoever stands in one finds the other', () => {
    const events = linkIncidents(one, other, link, context);
    expect(after(one, events.one).incident.links).toEqual([other.ref]);
    expect(after(other, events.other).incident.links).toEqual([one.ref]);
  });

  it('is undone in both, whichever one stands in', () => {
    const events = linkIncidents(one, other, link, context);
    const linked = [after(one, events.one), after(other, events.other)] as const;
    const undone = linkIncidents(linked[1], linked[0], unlink, context);
    expect(after(linked[1], undone.one).incident.links).toEqual([]);
    expect(after(linked[0], undone.other).incident.links).toEqual([]);
  });

  it('says nothing twice where only one side named the other', () => {
    const { other: named } = linkIncidents(one, other, link, context);
    expect(linkIncidents(one, after(other, named), link, context).other).toEqual([]);
  });

  it('does not reach into an incident that went into another; only undoing does without it', () => {
    const merged = { ...other, incident: { ...other.incident, state: 'merged' as const } };
    expect(() => linkIncidents(one, merged, link, context)).toThrow(
      expect.objectContaining({ code: 'incident-over' }),
    );
    const { one: events } = linkIncidents(one, other, link, context);
    const undone = linkIncidents(after(one, events), merged, unlink, context);
    expect(undone).toMatchObject({ one: [{ type: 'unlinked' }], other: [] });
  });

  it('does not link an incident with itself, nor a real one with an exercise', () => {
    const drill = { ...other, incident: { ...other.incident, spaceId: 7 } };
    for (const wrong of [one, drill]) {
      expect(() => linkIncidents(one, wrong, link, context)).toThrow(
        expect.objectContaining({ code: 'invalid-input' }),
      );
    }
  });
});
