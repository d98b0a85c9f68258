import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { IncidentView } from '@sturmwarte/contracts';
import { DomainError } from '@sturmwarte/domain';
import { anIncident } from '@sturmwarte/domain/testing';
import { onAPage, type Answers } from '../testing/a-page.js';
import { aMention } from '../testing/builders.js';
import { CiteDialog } from './cite-dialog.js';

afterEach(cleanup);

const burning: IncidentView = { id: 7, incident: anIncident() };
const other: IncidentView = {
  id: 8,
  incident: { ...anIncident(), number: 'L-2026-015', title: 'Werbung', alerts: [] },
};

async function theDialog(answers: Answers, alertId: number | null = null) {
  let closed = 0;
  await onAPage(
    <CiteDialog mention={aMention()} alertId={alertId} onClose={() => (closed += 1)} />,
    { answers },
  );
  const dialog = within(await screen.findByRole('dialog'));
  return { dialog, closed: () => closed };
}

describe('somebody who puts a mention into an incident', () => {
  it('chooses the incident and the kind, and sends the reference with their own words', async () => {
    const sent: unknown[] = [];
    const { dialog, closed } = await theDialog({
      'GET /incidents': () => [burning, other],
      'POST /incidents/8/commands': (body) => {
        sent.push(body);
        return { incidentId: 8, entries: [] };
      },
    });
    await dialog.findByRole('option', { name: 'L-2026-015 Werbung' });
    const write = dialog.getByRole('button', { name: 'Eintragen' });
    fireEvent.change(dialog.getByLabelText('Art des Eintrags'), { target: { value: 'rumour' } });
    expect(dialog.getByLabelText('Quelle')).toBeTruthy();
    // Of two open incidents none is guessed.
    expect(write.hasAttribute('disabled')).toBe(true);
    fireEvent.change(dialog.getByLabelText('Lage'), { target: { value: '8' } });
    fireEvent.change(dialog.getByRole('textbox', { name: /Was erzählt wird|Was geschieht/ }), {
      target: { value: 'Erste Stimme aus dem Norden' },
    });
    fireEvent.click(dialog.getByRole('button', { name: 'Eintragen' }));
    await waitFor(() => expect(closed()).toBe(1));
    expect(sent).toMatchObject([
      { order: { type: 'write-entry', text: 'Erste Stimme aus dem Norden', mentionIds: ['1'] } },
    ]);
  });

  it('is offered the incident of the alert whose evidence it is', async () => {
    const { dialog } = await theDialog({ 'GET /incidents': () => [other, burning] }, 311);
    await waitFor(() => expect(dialog.getByLabelText<HTMLSelectElement>('Lage').value).toBe('7'));
  });

  it('hears that the mention is gone, and keeps the words', async () => {
    const { dialog, closed } = await theDialog({
      'GET /incidents': () => [burning],
      'POST /incidents/7/commands': () => {
        throw new DomainError('not-found', { what: 'mention', id: '1' });
      },
    });
    await waitFor(() => expect(dialog.getByLabelText<HTMLSelectElement>('Lage').value).toBe('7'));
    const words = dialog.getByRole<HTMLTextAreaElement>('textbox', { name: /Was geschieht/ });
    fireEvent.change(words, { target: { value: 'Siehe da' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Eintragen' }));
    expect(await screen.findByText(/gibt es nicht/)).toBeTruthy();
    expect(closed()).toBe(0);
    expect(words.value).toBe('Siehe da');
  });

  it('is told when no incident is open to write in', async () => {
    const { dialog } = await theDialog({ 'GET /incidents': () => [] });
    expect(await dialog.findByText(/Keine Lage ist offen/)).toBeTruthy();
  });
});
