import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { CommandAnswer } from '@sturmwarte/contracts';
import { DomainError, type JournalEntry, type Playbook } from '@sturmwarte/domain';
import {
  anIncident,
  aDemoPlaybook,
  DEMO_PLAYBOOK,
  minutesAfter,
  T0,
} from '@sturmwarte/domain/testing';
import { tickQueue } from '../offline/tick-queue.js';
import { onAPage, type Answers } from '../testing/a-page.js';
import { RoomProvider } from './room-provider.js';
import { RunsPanel } from './runs-panel.js';

afterEach(cleanup);

const both = (text: string) => ({ de: text, en: text });
const demo = aDemoPlaybook();
/** Every step under its own name. */
const playbook: Playbook = {
  ...demo,
  phases: demo.phases.map((phase) => ({
    ...phase,
    steps: phase.steps.map((step) => ({ ...step, title: both(step.id) })),
  })),
};
const playbooks = new Map([['hash-of-demo', playbook]]);
const incident = anIncident({
  type: 'playbook-started',
  playbook: DEMO_PLAYBOOK,
  phase: 'first-hour',
  how: 'by-hand',
  reasons: [],
});

async function theRoom(answers: Answers, role: 'lead' | 'keeper' = 'lead') {
  const detail = { id: 1, incident, entries: [] };
  const content = (
    <RoomProvider detail={detail} playbooks={playbooks}>
      <RunsPanel isPending={false} />
    </RoomProvider>
  );
  const page = await onAPage(content, { grants: [{ role, brandId: null }], answers });
  page.queryClient.setQueryData(['incident', 1], detail);
  return page;
}

describe('the steps of a playbook', () => {
  it('say what a blocked step waits for, by its name', async () => {
    await theRoom({});
    fireEvent.click(screen.getByRole('button', { name: /secure-evidence/ }));
    expect(screen.getByText('Wartet auf: acknowledge')).toBeTruthy();
  });

  it('are sent with what was on screen when somebody ticks them', async () => {
    const sent: unknown[] = [];
    const entry: JournalEntry = {
      ...{ seq: 3, at: minutesAfter(T0, 3), by: { id: 1, name: 'Öztürk' }, previous: '', hash: '' },
      event: { type: 'step-done', run: 2, step: 'acknowledge', inputs: {}, note: null },
    };
    const answer: CommandAnswer = { incidentId: 1, entries: [entry] };
    const page = await theRoom({
      'POST /incidents/1/commands': (body) => {
        sent.push(body);
        return answer;
      },
    });
    fireEvent.click(screen.getByRole('button', { name: /^Erledigt ?: acknowledge$/ }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ seen: 2, order: { type: 'finish-step', step: 'acknowledge' } });
    await waitFor(() =>
      expect(page.queryClient.getQueryData(['incident', 1])).toMatchObject({
        incident: { version: 3 },
      }),
    );
  });

  it('tell the second of two people who was first, and take the guess back', async () => {
    const page = await theRoom({
      'POST /incidents/1/commands': () => {
        const at = minutesAfter(T0, 2);
        throw new DomainError('step-settled', { standing: 'done', by: 'Lang', at });
      },
    });
    fireEvent.click(screen.getByRole('button', { name: /^Erledigt ?: acknowledge$/ }));
    expect(await screen.findByText(/Jemand war schneller: .*Lang/)).toBeTruthy();
    const shown = page.queryClient.getQueryData<{ incident: typeof incident }>(['incident', 1]);
    expect(shown?.incident.runs[0]?.steps['acknowledge']).toBeUndefined();
  });

  it('ticked without a connection are shown as waiting, and kept with their time', async () => {
    await theRoom({
      'POST /incidents/1/commands': () => {
        throw new TypeError('Failed to fetch');
      },
    });
    fireEvent.click(screen.getByRole('button', { name: /^Erledigt ?: acknowledge$/ }));
    expect(await screen.findByText('wartet auf Verbindung')).toBeTruthy();
    expect(screen.getByText(/Der Schritt wartet und wird gesendet/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Erledigt ?: acknowledge$/ })).toBeNull();
    expect(tickQueue.all()).toMatchObject([
      {
        incidentId: 1,
        seen: 2,
        order: { step: 'acknowledge', note: expect.stringMatching(/^ohne Verbindung um /) },
      },
    ]);
    for (const { id } of tickQueue.all()) await act(() => tickQueue.remove(id));
    expect(screen.queryByText('wartet auf Verbindung')).toBeNull();
  });

  it('that decide something never wait: without a connection they fail, and say so', async () => {
    await theRoom({
      'POST /incidents/1/commands': () => {
        throw new TypeError('Failed to fetch');
      },
    });
    fireEvent.click(screen.getByRole('button', { name: /^Entscheiden ?: stop-sale$/ }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('radio', { name: 'Text (Empfehlung)' }));
    fireEvent.change(dialog.getByRole('textbox', { name: 'Grund' }), {
      target: { value: 'Zwei Brände' },
    });
    fireEvent.click(dialog.getByRole('button', { name: 'Entscheiden: Text' }));
    expect(await screen.findByText(/nicht erreichbar|antwortet nicht/i)).toBeTruthy();
    expect(tickQueue.all()).toEqual([]);
  });

  it('cannot be ticked by somebody of another role, and say whose they are', async () => {
    await theRoom({}, 'keeper');
    const button = screen.getByRole('button', { name: /^Erledigt ?: acknowledge$/ });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.getAttribute('title')).toContain('Community');
  });

  it('a decision shows each option with what speaks for it, and is taken with a reason', async () => {
    const sent: unknown[] = [];
    await theRoom({
      'POST /incidents/1/commands': (body) => {
        sent.push(body);
        return { incidentId: 1, entries: [] };
      },
    });
    fireEvent.click(screen.getByRole('button', { name: /^Entscheiden ?: stop-sale$/ }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('radio', { name: 'Text (Empfehlung)' }));
    const confirm = dialog.getByRole('button', { name: 'Entscheiden: Text' });
    expect(confirm.hasAttribute('disabled')).toBe(true);
    fireEvent.change(dialog.getByRole('textbox', { name: 'Grund' }), {
      target: { value: 'Zwei Brände' },
    });
    fireEvent.click(confirm);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      order: { type: 'decide-step', option: 'stop', reason: 'Zwei Brände' },
    });
  });
});
