import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import type { IncidentView, PlaybookView } from '@sturmwarte/contracts';
import type { Grant, IncidentEvent } from '@sturmwarte/domain';
import { aDemoPlaybook, anIncident, DEMO_PLAYBOOK } from '@sturmwarte/domain/testing';
import { onAPage } from '../testing/a-page.js';
import { StartInIncident } from './start-in-incident.js';

const view: PlaybookView = { ref: DEMO_PLAYBOOK, playbook: aDemoPlaybook() };
const started: IncidentEvent = {
  ...{ type: 'playbook-started', playbook: DEMO_PLAYBOOK, phase: 'alarm', how: 'by-hand' },
  reasons: [],
};
const lead: readonly Grant[] = [{ role: 'lead', brandId: 1 }];

async function dialog(open: readonly IncidentView[], grants = lead) {
  const sent: unknown[] = [];
  await onAPage(<StartInIncident view={view} onClose={() => undefined} />, {
    grants,
    answers: {
      'GET /incidents': () => open,
      'GET /brands': () => [{ id: 1, name: 'Nordwind' }],
      'POST /incidents/7/commands': (body) => {
        sent.push(body);
        return { incidentId: 7, entries: [] };
      },
      'POST /incidents': (body) => {
        sent.push(body);
        return { id: 8, incident: anIncident() };
      },
    },
  });
  await screen.findByRole('dialog');
  return sent;
}

describe('a playbook that is started from the library', () => {
  afterEach(cleanup);

  it('goes into the open incident that does not run it yet', async () => {
    const sent = await dialog([
      { id: 6, incident: anIncident(started) },
      { id: 7, incident: anIncident() },
    ]);
    await waitFor(() => {
      expect(screen.getAllByRole<HTMLInputElement>('radio')[1]?.checked).toBe(true);
    });
    expect(screen.getAllByRole<HTMLInputElement>('radio')[0]?.disabled).toBe(true);
    expect(screen.getByText('läuft dort schon')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Starten' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ order: { type: 'start-playbook', playbookId: 'PB-00' } });
  });

  it('opens an incident by hand where none is open', async () => {
    const sent = await dialog([]);
    const title = await screen.findByLabelText('Titel');
    fireEvent.change(title, { target: { value: 'Akku brennt' } });
    await screen.findByRole('option', { name: 'Nordwind' });
    fireEvent.click(screen.getByRole('button', { name: 'Eröffnen und starten' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ title: 'Akku brennt', brandId: 1, playbookId: 'PB-00' });
  });

  it('offers only incidents of brands where the person may start it', async () => {
    await dialog([{ id: 7, incident: anIncident() }], [{ role: 'lead', brandId: 2 }]);
    expect(screen.getAllByRole('radio')).toHaveLength(1);
  });
});
