import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { IncidentDetail } from '@sturmwarte/contracts';
import { aPerson, aVariant, bound, House, HOUSE_CHAIN } from '@sturmwarte/domain/testing';
import { useQuery } from '@tanstack/react-query';
import { incidentQuery } from '../incidents/incidents.queries.js';
import { RoomProvider } from '../room/room-provider.js';
import { onAPage, type Answers } from '../testing/a-page.js';
import { Reading } from './reading.js';

const lead = aPerson(9, 'Meier', 'lead');
const writer = aPerson(4, 'Lang', 'community');
/** The person on the page is Öztürk, 1. */
const text = aVariant('Wir bedauern, dass es in Einzelfällen zu Hitze kommt.');
const newer = aVariant('Wir haben Hinweise auf Hitze am Akku.');

/** The room as the cache has it, as on the real page. */
function Cached({ statement }: { statement: number }) {
  const { data } = useQuery(incidentQuery(1));
  if (data === undefined) return null;
  return (
    <RoomProvider detail={data} playbooks={new Map()}>
      <Reading statementId={statement} />
    </RoomProvider>
  );
}

describe('somebody who is asked for a yes', () => {
  let house: House;
  let statement: number;
  beforeEach(() => {
    localStorage.clear();
    house = new House(lead, {}, { level: 3 });
    statement = house.incident.version + 1;
    house.does(writer, {
      type: 'draft-statement',
      title: 'Erste Worte',
      purpose: 'holding',
      ...{ step: null, template: null, core: 'Wir prüfen', claims: [], corrects: null },
      ...{ promise: null, chain: HOUSE_CHAIN, variants: [text] },
    });
    asks(text);
  });
  afterEach(cleanup);
  const asks = (of: typeof text) =>
    house.does(writer, {
      type: 'ask-approval',
      ...{ statement, variants: [bound(of)], note: null },
    });
  const detail = (): IncidentDetail => ({ id: 1, incident: house.incident, entries: [] });

  async function reads(answers: Answers = {}) {
    const page = await onAPage(<Cached statement={statement} />, {
      grants: [{ role: 'pr', brandId: null }],
      answers: { 'GET /incidents/1': detail, ...answers },
    });
    await act(async () => {
      page.live.start();
      await page.timers.pass(10);
      page.server.beat();
    });
    await screen.findByRole('group', { name: 'Ihre Antwort' });
    return page;
  }
  const approve = () => screen.getByRole('button', { name: /^Freigeben/ });

  it('is never taken at their key: a dialog names channel, language, hash and the exact words', async () => {
    const sent: unknown[] = [];
    await reads({
      'POST /incidents/1/commands': (body) => {
        sent.push(body);
        return { incidentId: 1, entries: [] };
      },
    });
    fireEvent.keyDown(window, { key: 'f' });
    const dialog = within(await screen.findByRole('dialog'));
    expect(sent).toEqual([]);
    expect(dialog.getAllByText('Website · Deutsch').length).toBeGreaterThan(0);
    expect(dialog.getByText(`Hash ${text.hash.slice(0, 8)}…`)).toBeTruthy();
    expect(dialog.getByText(text.text)).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: 'Freigeben' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      order: { type: 'approve-wording', role: 'pr', variants: [{ hash: text.hash }] },
    });
  });

  it('must read again when the words change before their eyes', async () => {
    const page = await reads();
    expect(approve().getAttribute('aria-disabled')).toBeNull();
    house.does(writer, { type: 'write-variant', ...{ statement, base: 1, ...newer } });
    asks(newer);
    await act(async () => page.queryClient.setQueryData(['incident', 1], detail()));
    await screen.findByText(/Lang hat Fassung 2 geschrieben/);
    expect(approve().getAttribute('aria-disabled')).toBe('true');
    fireEvent.keyDown(window, { key: 'f' });
    expect(screen.queryByRole('dialog')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Fassung 2 lesen' }));
    expect(approve().getAttribute('aria-disabled')).toBeNull();
    // What changed is said in words, not by colour alone.
    expect(screen.getAllByText(/eingefügt/).length).toBeGreaterThan(0);
    expect(screen.getAllByText(/gelöscht/).length).toBeGreaterThan(0);
  });

  it('is shown what changed since they last read it, also the next day', async () => {
    await reads();
    cleanup();
    house.does(writer, { type: 'write-variant', ...{ statement, base: 1, ...newer } });
    asks(newer);
    await reads();
    expect(screen.getByText(/seit Sie es zuletzt gelesen haben \(v1 → v2\)/)).toBeTruthy();
  });

  it('cannot answer without a connection, and reads why', async () => {
    const page = await reads();
    await act(async () => {
      page.server.reachable = false;
      page.server.cut();
      await page.timers.pass(100);
    });
    expect(approve().getAttribute('aria-disabled')).toBe('true');
    expect(approve().getAttribute('title')).toContain('warten nie in einer Schlange');
    fireEvent.keyDown(window, { key: 'f' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('returns with what is to be changed, or not at all', async () => {
    const sent: unknown[] = [];
    await reads({
      'POST /incidents/1/commands': (body) => {
        sent.push(body);
        return { incidentId: 1, entries: [] };
      },
    });
    fireEvent.keyDown(window, { key: 'ä' });
    const dialog = within(await screen.findByRole('dialog'));
    const confirm = dialog.getByRole('button', { name: 'Zurückgeben' });
    expect(confirm.hasAttribute('disabled')).toBe(true);
    fireEvent.change(dialog.getByRole('textbox', { name: 'Was zu ändern ist' }), {
      target: { value: '„Einzelfälle“ streichen' },
    });
    fireEvent.click(confirm);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      order: { type: 'return-wording', comment: '„Einzelfälle“ streichen', hash: text.hash },
    });
  });
});
