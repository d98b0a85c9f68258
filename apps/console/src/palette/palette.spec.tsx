import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import type { IncidentView } from '@sturmwarte/contracts';
import { anIncident } from '@sturmwarte/domain/testing';
import { onAPage } from '../testing/a-page.js';
import { anAlert, NOON } from '../testing/builders.js';
import { Palette } from './palette.js';

const incident: IncidentView = { id: 7, incident: anIncident() };
const answers = {
  'GET /incidents': () => [incident],
  'GET /playbooks': () => [],
  'GET /alerts': () => [],
  'GET /topics': () => [],
};

async function opened() {
  let closed = 0;
  await onAPage(<Palette onClose={() => (closed += 1)} />, { answers });
  const field = await screen.findByRole('combobox');
  const marked = () => {
    const id = field.getAttribute('aria-activedescendant') ?? '';
    return document.getElementById(id)?.textContent;
  };
  return { field, marked, closed: () => closed };
}

describe('the palette', () => {
  afterEach(cleanup);

  it('marks the first page and walks with the arrows, round the end', async () => {
    const { field, marked } = await opened();
    expect(marked()).toBe('WetterlageG L');
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(marked()).toBe('AlarmeG A');
    fireEvent.keyDown(field, { key: 'ArrowUp' });
    fireEvent.keyDown(field, { key: 'ArrowUp' });
    expect(screen.getAllByRole('option').at(-1)?.textContent).toBe(marked());
    expect(screen.getAllByRole('option', { selected: true })).toHaveLength(1);
  });

  it('finds an open incident by its number and leads there', async () => {
    const { field, marked, closed } = await opened();
    await screen.findByRole('group', { name: 'Offene Lagen' });
    fireEvent.change(field, { target: { value: '014' } });
    expect(marked()).toContain('L-2026-014 Nordlicht Akku');
    // The page behind it changes with it.
    await act(async () => void fireEvent.keyDown(field, { key: 'Enter' }));
    expect(closed()).toBe(1);
  });

  it('finds an alert long past by why it was closed, and what was decided in any incident', async () => {
    const past = anAlert({ id: 9, number: 9, state: 'closed', closeReason: 'misjudged-text' });
    const said = { type: 'entry-written', kind: 'decision', text: 'Keine Ironie mehr' } as const;
    const entry = { seq: 4, at: NOON, by: null, event: { ...said, source: null, contents: [] } };
    const hit = { incidentId: 3, number: 'L-2025-003', title: 'Werbung', entry };
    await onAPage(<Palette onClose={() => undefined} />, {
      answers: {
        ...answers,
        'GET /alerts/search': () => [past],
        'GET /incidents/search': () => [hit],
      },
    });
    fireEvent.change(await screen.findByRole('combobox'), { target: { value: 'ironie' } });
    const alert = await screen.findByRole('option', { name: /A-9 Produkt Nordlicht/ });
    expect(alert.textContent).toContain('Ironie');
    expect(screen.getByRole('option', { name: /L-2025-003 Werbung/ }).textContent).toContain(
      'Keine Ironie mehr',
    );
    expect(screen.getAllByRole('option')).toHaveLength(2);
  });

  it('says so when nothing goes by that name, and Enter does nothing', async () => {
    const { field, closed } = await opened();
    fireEvent.change(field, { target: { value: 'gibt es nicht' } });
    await waitFor(() => screen.getByText('So heißt hier nichts.'));
    expect(field.getAttribute('aria-expanded')).toBe('false');
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(closed()).toBe(0);
  });
});
