import { describe, expect, it } from '@jest/globals';
import { aContext, anIncident, aPerson } from '../testing/index.js';
import { decideIncident } from './decide-incident.js';
import type { IncidentCommand } from './incident-command.js';

const meier = aPerson(1, 'Meier', 'lead');
const voss = aPerson(4, 'Voss', 'legal');
const admin = aPerson(9, 'Admin', 'admin');
const form = { situation: 's', openDecisions: 'o', clocks: 'c', nextUpdate: 'n' };

describe('somebody with a seat in an incident and no role of crisis work in the house', () => {
  const seated = anIncident({
    ...{ type: 'role-assigned', role: 'legal' },
    ...{ person: { id: 4, name: 'Voss' }, deputy: { id: 9, name: 'Admin' } },
  });
  const orders: IncidentCommand[] = [
    { type: 'offer-hand-over', role: 'legal', to: meier, form },
    { type: 'write-entry', kind: 'note', text: 'Ich war hier.', contents: [] } as never,
  ];

  it.each(orders.map((order) => [order.type, order] as const))('may not %s', (_, order) => {
    expect(() => decideIncident(seated, order, aContext(admin, seated))).toThrow(
      expect.objectContaining({ code: 'not-allowed' }),
    );
  });

  it('is told apart from those who may', () => {
    expect(
      decideIncident(seated, orders[0] as IncidentCommand, aContext(voss, seated)),
    ).toMatchObject([{ type: 'hand-over-offered' }]);
  });
});
