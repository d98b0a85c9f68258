import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { TopicCheck } from '@sturmwarte/contracts';
import { DomainError } from '@sturmwarte/domain';
import { useState } from 'react';
import { onAPage, type Answers } from '../testing/a-page.js';
import { EditTopic } from './edit-topic.js';
import { aTopic } from './testing/a-topic.js';

afterEach(cleanup);

const FOUND: TopicCheck = {
  ok: true,
  scanned: 14_485,
  capped: false,
  hits: 312,
  negative: 156,
  perDay: [
    { day: '2026-11-21', hits: 12 },
    { day: '2026-11-22', hits: 300 },
  ],
  samples: [{ id: '1', text: '<b>Akku</b> heiß' }],
};
const MISTAKES: TopicCheck = {
  ok: false,
  mistakes: [{ code: 'unclosedParenthesis', position: 5, length: 1, params: {} }],
};
const check = (body: unknown): TopicCheck =>
  (body as { query: string }).query.endsWith('(rad') ? MISTAKES : FOUND;
const onPage = (answers: Answers = {}, grants?: Parameters<typeof onAPage>[1]) =>
  onAPage(<EditTopic topic={aTopic()} />, {
    answers: { 'POST /topics/check': check, ...answers },
    ...grants,
  });

const type = (label: string | RegExp, value: string) =>
  act(async () => void fireEvent.change(screen.getByLabelText(label), { target: { value } }));
const click = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const marked = () =>
  [...document.querySelectorAll('[data-mistake]')].map((part) => part.textContent);
const save = () => screen.getByRole('button', { name: 'Speichern' });

describe('somebody who wants fewer night calls', () => {
  it('sees what each choice costs in a week, and saves only that', async () => {
    const sent: unknown[] = [];
    await onPage({ 'PATCH /topics/1': (body) => sent.push(body) });
    const field = screen.getByLabelText<HTMLSelectElement>('Wie leicht es Alarm schlägt');
    expect(field.value).toBe('standard');
    expect([...field.options].map(({ text }) => text)).toEqual([
      expect.stringMatching(/^ruhig: 0,\d Fehlalarme je Woche/),
      expect.stringMatching(/^standard: 0,\d Fehlalarme je Woche/),
      expect.stringMatching(/^empfindlich: [01],\d Fehlalarme je Woche/),
    ]);
    await type('Wie leicht es Alarm schlägt', 'quiet');
    await click('Speichern');
    await waitFor(() => expect(sent).toEqual([{ sensitivity: 'quiet' }]));
  });

  it('sets the number behind the choice, reads what is known of it, and a choice puts it aside', async () => {
    const sent: unknown[] = [];
    await onPage({ 'PATCH /topics/1': (body) => sent.push(body) });
    const own = 'Eigener Vorsprung auf dem Weg zum Alarm';
    const choice = screen.getByLabelText<HTMLSelectElement>('Wie leicht es Alarm schlägt');
    expect(screen.getByText(/Gemessen: 0,2 Fehlalarme je Woche/)).toBeTruthy();
    await type(own, '-0,8');
    expect(
      screen.getByText(/So tief hat niemand gemessen: vermutlich weniger als 0,1/),
    ).toBeTruthy();
    expect(choice.value).toBe('own');
    await type(own, '9');
    expect(save().hasAttribute('data-disabled')).toBe(true);
    await type('Wie leicht es Alarm schlägt', 'standard');
    expect(screen.getByLabelText<HTMLInputElement>(own).value).toBe('');
    await type(own, '0,4');
    await click('Speichern');
    await waitFor(() => expect(sent).toEqual([{ headStart: 0.4 }]));
  });

  it('lets a topic rest for hours after an alarm, and saves only that', async () => {
    const sent: unknown[] = [];
    await onPage({ 'PATCH /topics/1': (body) => sent.push(body) });
    const field = screen.getByLabelText<HTMLSelectElement>('Ruhe nach einem Alarm');
    expect([...field.options].map(({ text }) => text)).toEqual([
      'keine',
      '1 Stunde',
      '3 Stunden',
      '6 Stunden',
      '12 Stunden',
      '24 Stunden',
    ]);
    expect(field.value).toBe('0');
    await type('Ruhe nach einem Alarm', '360');
    await click('Speichern');
    await waitFor(() => expect(sent).toEqual([{ cooldownMinutes: 360 }]));
  });
});

describe('somebody who writes a query', () => {
  it('sees a mistake at its place and in a sentence, and cannot save it', async () => {
    const sent: unknown[] = [];
    await onPage({ 'PATCH /topics/1': (body) => sent.push(body) });
    await type('Suchanfrage', 'akku (rad');
    await waitFor(() => expect(marked()).toEqual(['(']));
    expect(screen.getByText(/Ab Zeichen 6: Die Klammer wird nicht geschlossen/)).toBeTruthy();
    expect(screen.getByLabelText('Suchanfrage').getAttribute('aria-invalid')).toBe('true');
    await click('Speichern');
    expect(sent).toEqual([]);
  });
  it('is led to the mistake', async () => {
    await onPage();
    await type('Suchanfrage', 'akku (rad');
    await waitFor(() => expect(marked()).toEqual(['(']));
    await click('Dorthin');
    const field = screen.getByLabelText<HTMLTextAreaElement>('Suchanfrage');
    expect(document.activeElement).toBe(field);
    expect([field.selectionStart, field.selectionEnd]).toEqual([5, 6]);
  });
  it('sees no mark that belongs to an older text', async () => {
    await onPage();
    await type('Suchanfrage', 'akku (rad');
    await waitFor(() => expect(marked()).toEqual(['(']));
    await type('Suchanfrage', 'etwas ganz anderes');
    expect(marked()).toEqual([]);
  });
  it('learns what it would have found', async () => {
    await onPage();
    await waitFor(() => expect(screen.getByText(/312 von 14\.485/)).toBeTruthy());
    expect(screen.getByText(/davon 50\s%/)).toBeTruthy();
    expect(screen.getByText('22. November 2026: 300 Treffer')).toBeTruthy();
    expect(screen.getByText('<b>Akku</b> heiß')).toBeTruthy();
  });
  it('is told that a changed query counts from now on, and sends only that', async () => {
    const sent: unknown[] = [];
    await onPage({
      'PATCH /topics/1': (body) => {
        sent.push(body);
        return aTopic({ query: 'akku*' });
      },
    });
    await type('Suchanfrage', 'akku*');
    expect(screen.getByText(/zählt ab dem Speichern/)).toBeTruthy();
    await waitFor(() => expect(screen.getByText(/verständlich/)).toBeTruthy());
    await click('Speichern');
    expect(sent).toEqual([{ query: 'akku*' }]);
  });
});

describe('plain rules', () => {
  it('are added with a level of their own', async () => {
    const sent: unknown[] = [];
    await onPage({
      'PATCH /topics/1': (body) => {
        sent.push(body);
        return aTopic();
      },
    });
    await click('Regel hinzufügen');
    const second = within(screen.getByRole('group', { name: 'Regel 2' }));
    await act(
      async () =>
        void fireEvent.change(second.getByLabelText('dann Stufe'), { target: { value: '5' } }),
    );
    await click('Speichern');
    const [first] = aTopic().rules;
    const added = { id: 'r2', negatives: 30, minutes: 15, level: 5 };
    expect(sent).toEqual([{ rules: [first, added] }]);
  });
  it('that are no numbers cannot be saved', async () => {
    await onPage();
    await type('in Minuten', 'bald');
    expect(screen.getByText(/Ganze Zahlen/)).toBeTruthy();
    expect(save().getAttribute('aria-disabled')).toBe('true');
  });
});

describe('somebody without the right', () => {
  it('reads everything, changes nothing and learns who may', async () => {
    await onPage({}, { grants: [{ role: 'community', brandId: null }] });
    expect(screen.getByLabelText<HTMLTextAreaElement>('Suchanfrage').readOnly).toBe(true);
    expect(screen.getByText(/Mindestens 30 negative in 15 Minuten/)).toBeTruthy();
    expect(screen.getByText(/hier keine Änderung. Das dürfen: Einsatzleitung/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Thema entfernen' })).toBeNull();
    expect(screen.queryByText('Probelauf')).toBeNull();
  });
});

/** Changes the topic from outside, as a message of the wire would. */
function Changing() {
  const [topic, setTopic] = useState(aTopic());
  return (
    <>
      <EditTopic topic={topic} />
      <button type="button" onClick={() => setTopic(aTopic({ name: 'Von Lang' }))}>
        Lang ändert
      </button>
    </>
  );
}

describe('a change by somebody else', () => {
  it('shows at once to whoever only looks', async () => {
    await onAPage(<Changing />, { answers: { 'POST /topics/check': check } });
    await click('Lang ändert');
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Von Lang');
  });
  it('does not overwrite what one is typing, but is offered', async () => {
    await onAPage(<Changing />, { answers: { 'POST /topics/check': check } });
    await type('Name', 'Von mir');
    await click('Lang ändert');
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Von mir');
    await click('Neuen Stand zeigen');
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Von Lang');
  });
});

describe('removing a topic', () => {
  it('states the consequence; with alerts in its past it can only rest', async () => {
    const sent: unknown[] = [];
    await onPage({
      'DELETE /topics/1': () => {
        throw new DomainError('conflict', { what: 'topic', alerts: 2 });
      },
      'PATCH /topics/1': (body) => {
        sent.push(body);
        return aTopic({ active: false });
      },
    });
    await click('Thema entfernen');
    expect(screen.getByRole('dialog').textContent).toContain('lassen sich nicht zurückholen');
    await click('Endgültig entfernen');
    expect(screen.getByRole('dialog').textContent).toContain('2 Alarme');
    await click('Ruhen lassen');
    expect(sent).toEqual([{ active: false }]);
  });
});
