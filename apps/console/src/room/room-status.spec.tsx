import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { IncidentEvent, Role } from '@sturmwarte/domain';
import { anIncident, minutesAfter, T0 } from '@sturmwarte/domain/testing';
import { onAPage, type Answers } from '../testing/a-page.js';
import { RoomProvider } from './room-provider.js';
import { RoomStatus } from './room-status.js';

afterEach(cleanup);

const told: IncidentEvent = {
  ...{ type: 'status-updated', summary: 'Zwei Brände, niemand verletzt.', doing: [] },
  nextDue: minutesAfter(T0, 45),
};

async function theHead(
  events: readonly IncidentEvent[],
  answers: Answers = {},
  role: Role = 'lead',
) {
  const detail = { id: 1, incident: anIncident(...events), entries: [] };
  const content = (
    <RoomProvider detail={detail} playbooks={new Map()}>
      <RoomStatus />
    </RoomProvider>
  );
  const page = await onAPage(content, { grants: [{ role, brandId: null }], answers });
  page.queryClient.setQueryData(['incident', 1], detail);
}

describe('what the executives are told, as the room shows it', () => {
  it('is overdue in the room as soon as it is overdue for them', async () => {
    await theHead([told]);
    expect(screen.getByText(/Zwei Brände, niemand verletzt\./)).toBeTruthy();
    expect(screen.getByText(/alle 120 Minuten geschuldet/)).toBeTruthy();
    // Due in March 2026: long ago.
    expect(screen.getByText(/überfällig/i)).toBeTruthy();
  });

  it('is owed from the first minute, though nobody has written a word yet', async () => {
    await theHead([]);
    expect(screen.getByText('Die Leitung hat noch keine Fassung.')).toBeTruthy();
    expect(screen.getByText(/nächster Stand/)).toBeTruthy();
  });

  it('is written by whoever leads, straight from the room', async () => {
    const sent: unknown[] = [];
    await theHead([told], {
      'POST /incidents/1/commands': (body) => {
        sent.push(body);
        return { incidentId: 1, entries: [] };
      },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Fassung schreiben' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByRole('textbox', { name: 'Die Lage in drei Sätzen' }), {
      target: { value: 'Gelöscht.' },
    });
    fireEvent.click(dialog.getByRole('button', { name: 'Der Leitung zeigen' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ order: { type: 'update-status', summary: 'Gelöscht.' } });
  });

  it('a question to the executives is asked from the room, and who may not is told who can', async () => {
    await theHead([told], { 'GET /people/colleagues': () => [] });
    fireEvent.click(screen.getByRole('button', { name: 'Entscheidung anfragen' }));
    expect(await screen.findByRole('dialog', { name: 'Entscheidung anfragen' })).toBeTruthy();
    cleanup();
    await theHead([told], {}, 'community');
    const button = screen.getByRole('button', { name: 'Entscheidung anfragen' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.getAttribute('title')).toContain('Einsatzleitung');
  });
});
