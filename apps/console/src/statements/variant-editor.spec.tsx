import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { useQuery } from '@tanstack/react-query';
import type { IncidentDetail } from '@sturmwarte/contracts';
import { aPerson, aVariant, House, HOUSE_CHAIN } from '@sturmwarte/domain/testing';
import { incidentQuery } from '../incidents/incidents.queries.js';
import { RoomProvider } from '../room/room-provider.js';
import { onAPage, type Answers } from '../testing/a-page.js';
import { VariantEditor } from './variant-editor.js';

const lead = aPerson(9, 'Meier', 'lead');
const lang = aPerson(4, 'Lang', 'pr');
const BASE = 'Wir prüfen den Vorfall. Nächster Stand um 15 Uhr.';

function Cached() {
  const { data } = useQuery(incidentQuery(1));
  const [statement] = data?.incident.statements ?? [];
  const [variant] = statement?.variants ?? [];
  if (data === undefined || statement === undefined || variant === undefined) return null;
  return (
    <RoomProvider detail={data} playbooks={new Map()}>
      <VariantEditor statement={statement} variant={variant} />
    </RoomProvider>
  );
}

describe('somebody who writes a statement', () => {
  let house: House;
  beforeEach(() => {
    localStorage.clear();
    house = new House(lead, {}, { level: 3 });
    house.does(lang, {
      type: 'draft-statement',
      title: 'Erste Worte',
      purpose: 'holding',
      ...{ step: null, template: null, core: '', claims: [], corrects: null, promise: null },
      ...{ chain: HOUSE_CHAIN, variants: [aVariant(BASE)] },
    });
  });
  afterEach(cleanup);
  const detail = (): IncidentDetail => ({ id: 1, incident: house.incident, entries: [] });
  async function writes(answers: Answers = {}) {
    const page = await onAPage(<Cached />, {
      grants: [{ role: 'pr', brandId: null }],
      answers: { 'GET /incidents/1': detail, ...answers },
    });
    await screen.findByRole('textbox', { name: /^Text für/ });
    return page;
  }
  const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Text für/ });
  const types = (text: string) => fireEvent.change(field(), { target: { value: text } });

  it('finds what they typed and did not save after a reload, marked as not saved', async () => {
    await writes();
    types(`${BASE} Ihr Team`);
    expect(screen.getByText(/^Nicht gesichert/)).toBeTruthy();
    cleanup();
    await writes();
    expect(field().value).toBe(`${BASE} Ihr Team`);
    expect(screen.getByText(/^Wiederhergestellt/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Getipptes verwerfen' }));
    expect(field().value).toBe(BASE);
  });

  it('keeps every word when somebody saves another version meanwhile, and gets both together', async () => {
    const page = await writes();
    types(BASE.replace('den Vorfall', 'die Hinweise'));
    house.does(lang, {
      type: 'write-variant',
      ...{ statement: 2, base: 1, ...aVariant(BASE.replace('15 Uhr', '16 Uhr')) },
    });
    await act(async () => page.queryClient.setQueryData(['incident', 1], detail()));
    await screen.findByText(/Lang hat inzwischen Fassung 2/);
    expect(field().value).toBe(BASE.replace('den Vorfall', 'die Hinweise'));
    expect(screen.queryByRole('button', { name: /sichern$/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Mit dem Ergebnis weiterschreiben' }));
    expect(field().value).toBe('Wir prüfen die Hinweise. Nächster Stand um 16 Uhr.');
    expect(screen.getByRole('button', { name: 'Als Fassung 3 sichern' })).toBeTruthy();
  });

  it('decides where both wrote something else', async () => {
    const page = await writes();
    types(BASE.replace('15 Uhr', '17 Uhr'));
    house.does(lang, {
      type: 'write-variant',
      ...{ statement: 2, base: 1, ...aVariant(BASE.replace('15 Uhr', '16 Uhr')) },
    });
    await act(async () => page.queryClient.setQueryData(['incident', 1], detail()));
    const take = await screen.findByRole('button', { name: 'Mit dem Ergebnis weiterschreiben' });
    expect(take.hasAttribute('disabled')).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: /^Ihres/ }));
    fireEvent.click(take);
    expect(field().value).toBe(BASE.replace('15 Uhr', '17 Uhr'));
  });

  it('saves on the version they wrote on', async () => {
    const sent: unknown[] = [];
    await writes({
      'POST /incidents/1/commands': (body) => {
        sent.push(body);
        return { incidentId: 1, entries: [] };
      },
    });
    types(`${BASE} Ihr Team`);
    fireEvent.click(screen.getByRole('button', { name: 'Als Fassung 2 sichern' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      order: { type: 'write-variant', base: 1, text: `${BASE} Ihr Team`, channel: 'website' },
    });
  });

  it('sees what the lint sees, with its place', async () => {
    await writes();
    types('Sollte sich jemand verletzt fühlen, bedauern wir diesen Einzelfall.');
    await waitFor(() => expect(screen.getAllByText(/^bitte prüfen/).length).toBeGreaterThan(0));
    expect(screen.getByText('Einzelfall', { selector: 'q' })).toBeTruthy();
  });
});
