import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { DomainError } from '@sturmwarte/domain';
import { onAPage } from '../testing/a-page.js';
import type { WholeDraft } from '../topics/draft.js';
import { aTopic } from '../topics/testing/a-topic.js';
import { DraftLookBack } from './draft-look-back.js';
import { HOUR, START, iso, BACKTEST, onPage, seen, click, fill } from './testing/a-look-back.js';

afterEach(cleanup);

describe('somebody who asks what would have happened', () => {
  it('compares what is saved with the next choice, and sees the numbers side by side', async () => {
    const asked: unknown[] = [];
    await onPage({
      'POST /topics/1/backtest': (body) => {
        asked.push(body);
        return BACKTEST;
      },
    });
    await seen();
    const rest = { headStart: null, cooldownMinutes: 0 };
    const settings = ['standard', 'sensitive'].map((sensitivity) => ({ sensitivity, ...rest }));
    expect(asked).toEqual([{ weeks: 4, settings }]);
    const row = (name: string) =>
      within(screen.getByRole('row', { name: new RegExp(`^${name}`) }))
        .getAllByRole('cell')
        .map(({ textContent }) => textContent);
    expect(row('Gefundene Stürme')).toEqual(['1 von 2', '2 von 2']);
    expect(row('Verpasste Stürme')).toEqual(['1', '0']);
    expect(row('Vom Beginn')).toEqual(['5 Minuten davor', '2 Minuten']);
    expect(row('Alarme je Woche')).toEqual(['0,3', '0,5']);
  });

  it('reads what each choice costs elsewhere, and what it would have cost here', async () => {
    await onPage();
    await seen();
    const measured = screen.getAllByText(/Gemessen an anderen Marken/).map((p) => p.textContent);
    expect(measured[0]).not.toContain('Hier');
    expect(measured[1]).toMatch(/0,9 Fehlalarme je Woche\. Hier, in 8 Wochen: 0,5 Alarme je Woche/);
  });

  it('plays the rules of a draft on the second side, and can put them aside', async () => {
    const asked: unknown[] = [];
    const answer = (body: unknown) => {
      asked.push(body);
      return BACKTEST;
    };
    await onPage({ 'POST /topics/1/backtest': answer }, { rules: '20-10-3', query: 'fähre' });
    await seen();
    const rules = [{ id: 'r1', negatives: 20, minutes: 10, level: 3 }];
    const draft = { sensitivity: 'sensitive', rules, query: 'fähre' };
    expect(asked).toMatchObject([{ settings: [{}, draft] }]);
    expect(screen.getByText(/Mindestens 20 negative in 10 Minuten: Stufe 3/)).toBeTruthy();
    expect(screen.getByText('fähre')).toBeTruthy();
    await click('Gespeicherten Stand nehmen');
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(asked[1]).toMatchObject({ settings: [{}, { sensitivity: 'sensitive' }] });
    expect(JSON.stringify(asked[1])).not.toMatch(/negatives|fähre/);
  });

  it('sees what another query would have counted, on how much it rests, and from when on', async () => {
    const other = BACKTEST.points.map((point) => ({ ...point, negative: 7, total: 9 }));
    const matched = {
      ...{ scanned: 300_000, capped: true, since: iso(START) },
      wholeSince: iso(START + 24 * HOUR),
    };
    const [a, b] = BACKTEST.runs;
    const uneven = { ...b!, verdict: { ...b!.verdict, weeks: 2 } };
    const answer = { ...BACKTEST, otherPoints: other, matched, runs: [a!, uneven] };
    await onPage({ 'POST /topics/1/backtest': () => answer }, { query: 'fähre' });
    await seen();
    const note = screen.getByRole('note').textContent;
    expect(note).toMatch(/nur die neuesten 300.000 Stimmen, also ab .*zum Teil schon gelöscht/s);
    expect(screen.getByRole('row', { name: /^Wochen, für die es Zahlen gibt 4 2/ })).toBeTruthy();
    await click('Als Tabelle nach Tagen');
    expect(screen.getByRole('columnheader', { name: 'B: negative' })).toBeTruthy();
    expect(screen.getAllByRole('cell', { name: '216' }).length).toBeGreaterThan(0);
  });

  it('sets a number of its own on one side, reads an honest estimate, and sees it in the figures', async () => {
    const asked: unknown[] = [];
    const [a, b] = BACKTEST.runs;
    await onPage({
      'POST /topics/1/backtest': (body) => {
        asked.push(body);
        return { ...BACKTEST, runs: [a!, { ...b!, headStart: 0.4 }] };
      },
    });
    await seen();
    const fields = screen.getAllByLabelText('Eigener Vorsprung auf dem Weg zum Alarm');
    await act(async () => void fireEvent.change(fields[1]!, { target: { value: '0,4' } }));
    expect(screen.getAllByText(/Geschätzt zwischen gemessenen Werten: etwa 0,4/)).toBeTruthy();
    expect(asked).toHaveLength(1);
    await act(async () => void fireEvent.blur(fields[1]!));
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(asked[1]).toMatchObject({ settings: [{ headStart: null }, { headStart: 0.4 }] });
    expect(screen.getByText(/^Eigener Vorsprung: 0,4\./)).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: '◆ B: Vorsprung 0,4' })).toBeTruthy();
    await act(async () => void fireEvent.change(fields[1]!, { target: { value: '7' } }));
    await act(async () => void fireEvent.blur(fields[1]!));
    expect(screen.getByText('Eine Zahl von -1 bis 0,95.')).toBeTruthy();
    expect(asked).toHaveLength(2);
  });

  it('reads the same course as a table by day', async () => {
    await onPage();
    await seen();
    await click('Als Tabelle nach Tagen');
    expect(screen.getAllByRole('columnheader', { name: /^Alarme [AB]$/ })).toHaveLength(2);
  });

  it('is told plainly that another look back is running, and can try again', async () => {
    let busy = true;
    await onPage({
      'POST /topics/1/backtest': () => {
        if (busy) throw new DomainError('backtest-busy');
        return BACKTEST;
      },
    });
    // It asks again by itself for a while.
    const told = await screen.findByText(/Es geht immer nur einer/, {}, { timeout: 15_000 });
    expect(told).toBeTruthy();
    busy = false;
    await click(/Neu laden|Noch einmal/);
    await seen();
  });

  it('is told where only counts are known, and not who spoke', async () => {
    await onPage({ 'POST /topics/1/backtest': () => ({ ...BACKTEST, heardFrom: null }) });
    await seen();
    expect(screen.getByText(/Aus dieser Zeit sind nur Zahlen bekannt/)).toBeTruthy();
    cleanup();
    await onPage({ 'POST /topics/1/backtest': () => ({ ...BACKTEST, heardFrom: BACKTEST.to }) });
    await seen();
    expect(screen.getByText(/davor zählen nur die Zahlen/)).toBeTruthy();
  });

  it('is told that nothing was counted', async () => {
    const empty = { ...BACKTEST, learnedFrom: null };
    await onPage({ 'POST /topics/1/backtest': () => empty });
    expect(await screen.findByText(/wurde in dieser Zeit nichts gezählt/)).toBeTruthy();
  });
});

describe('somebody who knows better', () => {
  it('judges an alarm by the keyboard alone, and must say why it was nothing', async () => {
    const said: unknown[] = [];
    await onPage({ 'POST /topics/1/labels': (body) => said.push(body) });
    await seen();
    const buttons = screen.getAllByRole('button', { name: /^Alarm von .* beurteilen$/ });
    buttons[0]!.focus();
    await act(async () => void fireEvent.click(buttons[0]!));
    expect(document.activeElement).toBe(screen.getByLabelText('Von'));
    await act(async () => void fireEvent.click(screen.getByLabelText('Hier war nichts')));
    const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Urteil festhalten' });
    expect(save.disabled).toBe(true);
    await fill('Warum war es nichts?', 'planned-activity');
    await click('Urteil festhalten');
    await waitFor(() => expect(said).toHaveLength(1));
    expect(said[0]).toEqual({
      ...{ kind: 'nothing', reason: 'planned-activity', note: null },
      ...{ from: iso(START + 30 * HOUR), to: iso(START + 31 * HOUR) },
    });
    // And on with the next.
    await waitFor(() => expect(document.activeElement).toBe(buttons[0]));
  });

  it('adds a storm no alert saw, and cannot put its end before its start', async () => {
    const said: unknown[] = [];
    await onPage({ 'POST /topics/1/labels': (body) => said.push(body) });
    await seen();
    await fill('Von', '2026-11-07T14:00');
    await fill('Bis', '2026-11-07T13:00');
    await act(async () => void fireEvent.click(screen.getByLabelText('Hier war ein Sturm')));
    expect(screen.getByText('Das Ende muss nach dem Anfang liegen.')).toBeTruthy();
    await fill('Bis', '2026-11-07T16:00');
    await click('Urteil festhalten');
    await waitFor(() => expect(said).toHaveLength(1));
    expect(said[0]).toMatchObject({
      ...{ kind: 'storm', reason: null },
      ...{ from: '2026-11-07T13:00:00.000Z', to: '2026-11-07T15:00:00.000Z' },
    });
  });

  it('sees who judged, and takes a judgement back', async () => {
    const removed: unknown[] = [];
    await onPage({ 'DELETE /topics/1/labels/7': () => removed.push(7) });
    await seen();
    expect(screen.getByText(/^Pia, /)).toBeTruthy();
    await click(/^Urteil von .* zurücknehmen$/);
    await waitFor(() => expect(removed).toEqual([7]));
  });
});

describe('somebody who is offered a better choice', () => {
  it('reads why in a sentence, and changes the topic by one press', async () => {
    const sent: unknown[] = [];
    await onPage({ 'PATCH /topics/1': (body) => sent.push(body) && aTopic() });
    expect(
      await screen.findByText(
        '„empfindlich“ hätte 2 von 3 verpassten Stürmen gefunden, um den Preis von höchstens 0,4 Fehlalarmen je Woche (jetzt höchstens 0).',
      ),
    ).toBeTruthy();
    expect(sent).toEqual([]);
    await click('Auf „empfindlich“ umstellen');
    await waitFor(() => expect(sent).toEqual([{ sensitivity: 'sensitive' }]));
  });

  it('is told when too little is known, and offered nothing', async () => {
    const thin = { kind: 'thin', weeks: 1.5, labels: 1, own: [] } as const;
    await onPage({ 'GET /topics/1/sensitivity-proposal': () => thin });
    expect(await screen.findByText(/zu wenig bekannt: 1,5 Wochen gezählt/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /umstellen/ })).toBeNull();
  });
});

describe('somebody whose topic is not saved yet', () => {
  const draft: WholeDraft = {
    ...{ name: 'Fähre', kind: 'product', query: 'fähre', active: true },
    ...{ sensitivity: 'standard', headStart: null, cooldownMinutes: 0, rules: [] },
  };
  const matched = { scanned: 61, capped: false, since: iso(START), wholeSince: null };
  const answer = { ...BACKTEST, labels: [], matched };

  it('asks by a press what it would have alarmed, and can judge nothing', async () => {
    const asked: unknown[] = [];
    await onAPage(<DraftLookBack brandId={1} draft={draft} />, {
      answers: { 'POST /topics/backtest': (body) => asked.push(body) && answer },
    });
    expect(asked).toEqual([]);
    await click('Durchspielen');
    await seen();
    const rest = { headStart: null, cooldownMinutes: 0, rules: [] };
    const settings = ['standard', 'sensitive'].map((sensitivity) => ({ sensitivity, ...rest }));
    expect(asked).toEqual([{ brandId: 1, spaceId: 1, weeks: 1, query: 'fähre', settings }]);
    expect(screen.getByText(/an 61 gespeicherten Stimmen seit/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /beurteilen/ })).toBeNull();
    expect(screen.queryByRole('heading', { name: 'Urteile über diese Zeit' })).toBeNull();
  });

  it('is told what is still missing before it can be played', async () => {
    await onAPage(<DraftLookBack brandId={1} draft={null} />);
    expect(screen.getByText(/braucht das Thema einen Namen/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Durchspielen' })).toBeNull();
  });
});
