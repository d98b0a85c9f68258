import { describe, expect, it } from '@jest/globals';
import type { PlaybookView } from '@sturmwarte/contracts';
import type { Playbook } from '@sturmwarte/domain';
import { aPlaybook, aStep } from '@sturmwarte/domain/testing';
import { searchPlaybooks } from './search-playbooks.js';

const shelved = (playbook: Playbook): PlaybookView => {
  const { id, version, title } = playbook;
  return { ref: { id, version, hash: id, title }, playbook };
};
const shared = aStep({ id: 'K1', origin: 'core', title: { de: 'Quittieren', en: 'Acknowledge' } });
const text = (de: string, en: string) => ({ de, en });
const recall = aPlaybook(
  [shared, aStep({ id: 'S1', origin: 'PB-02', title: text('Verkauf stoppen', 'Stop the sale') })],
  { id: 'PB-02', title: text('Rückruf', 'Recall'), wind: { from: 3, to: 6 } },
);
const breach = aPlaybook([shared], {
  id: 'PB-03',
  title: text('Datenpanne', 'Data breach'),
  impact: { from: 'C', to: 'C' },
  templates: [
    {
      ...{ id: 'mail', channels: ['letter'], title: text('Brief', 'Letter'), variables: [] },
      body: text(
        'Wir haben den Verkauf Ihrer Daten bemerkt.',
        'We noticed that your data is sold.',
      ),
    },
  ],
});
const all = [breach, recall].map(shelved);
const ids = (found: ReturnType<typeof searchPlaybooks>) => found.map(({ view }) => view.ref.id);

describe('somebody who looks for a playbook', () => {
  it('sees all of them, by number, without a search', () => {
    expect(ids(searchPlaybooks(all, {}))).toEqual(['PB-02', 'PB-03']);
  });

  it('finds it by a word of its title, in either language, typed as people type', () => {
    expect(ids(searchPlaybooks(all, { words: 'RUCKRUF' }))).toEqual(['PB-02']);
    expect(ids(searchPlaybooks(all, { words: 'breach' }))).toEqual(['PB-03']);
    expect(ids(searchPlaybooks(all, { words: 'pb-03' }))).toEqual(['PB-03']);
  });

  it('finds steps and templates, its own steps first, and learns where', () => {
    const found = searchPlaybooks(all, { words: 'verkauf' });
    expect(ids(found)).toEqual(['PB-02', 'PB-03']);
    expect(found.map(({ places }) => places.map(({ kind, id }) => `${kind} ${id}`))).toEqual([
      ['step S1'],
      ['template mail'],
    ]);
  });

  it('finds only what says every word', () => {
    expect(ids(searchPlaybooks(all, { words: 'verkauf daten' }))).toEqual(['PB-03']);
    expect(searchPlaybooks(all, { words: 'verkauf xyz' })).toEqual([]);
  });

  it('leaves out what is not written for this wind or impact', () => {
    expect(ids(searchPlaybooks(all, { wind: 1 }))).toEqual(['PB-03']);
    expect(ids(searchPlaybooks(all, { impact: 'A' }))).toEqual(['PB-02']);
  });
});
