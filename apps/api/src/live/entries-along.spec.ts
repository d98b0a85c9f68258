import { describe, expect, it } from '@jest/globals';
import type { JournalEntry, Role } from '@sturmwarte/domain';
import { anIncident } from '@sturmwarte/domain/testing';
import { sendAlong } from './entries-along.js';
import type { LiveNamespace } from './live-socket.js';

/** A namespace with one socket each; remembers what went to whom. */
function aNamespace(people: Readonly<Record<string, { role: Role; resumed?: boolean }>>) {
  const sent: { to: readonly string[]; event: string }[] = [];
  const sockets = new Map(
    Object.entries(people).map(([name, { role, resumed = true }], at) => [
      name,
      {
        id: name,
        data: { resumed, principal: { personId: at + 1, name, grants: [{ role, brandId: null }] } },
      },
    ]),
  );
  const namespace = {
    sockets,
    to: (to: readonly string[]) => ({ emit: (event: string) => sent.push({ to, event }) }),
  };
  return { namespace: namespace as unknown as LiveNamespace, sent };
}
const entry = (text: string): JournalEntry => ({
  ...{ seq: 2, at: '2026-03-02T15:00:00.000Z', by: null, previous: '', hash: '' },
  event: { type: 'entry-written', kind: 'note', text, source: null, contents: [] },
});
const view = { id: 7, incident: anIncident() };

describe('news of a journal', () => {
  it('go to whoever may enter and is listening', () => {
    const people = { lea: { role: 'lead' }, uwe: { role: 'service' } } as const;
    const late = { tom: { role: 'lead', resumed: false } } as const;
    const { namespace, sent } = aNamespace({ ...people, ...late });
    sendAlong(namespace, view, [entry('kurz')]);
    expect(sent).toEqual([{ to: ['lea'], event: 'entries' }]);
  });

  it('are left to their number when they are large', () => {
    const { namespace, sent } = aNamespace({ lea: { role: 'lead' } });
    sendAlong(namespace, view, [entry('x'.repeat(16_000))]);
    expect(sent).toEqual([]);
  });
});
