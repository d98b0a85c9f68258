import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { useSearch } from '@tanstack/react-router';
import { onAPage } from '../testing/a-page.js';
import { MentionFilters } from './mention-filters.js';
import { readMentionSearch } from './mention-search.js';

afterEach(cleanup);

/** The filters on a page whose address is shown beside them. */
function Page() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  return (
    <>
      <MentionFilters search={readMentionSearch(search)} />
      <output>{JSON.stringify(search)}</output>
    </>
  );
}
const answers = {
  'GET /topics': () => [{ id: 3, name: 'Produkt Nordlicht', brandId: 1, rules: [] }],
  'GET /sources': () => [],
  'GET /brands': () => [],
  'GET /spaces': () => [],
};
const address = (): Record<string, unknown> =>
  JSON.parse(document.querySelector('output')?.textContent ?? '{}') as Record<string, unknown>;
const choose = (label: RegExp, value: string) =>
  act(async () => void fireEvent.change(screen.getByLabelText(label), { target: { value } }));

describe('somebody who filters the stream', () => {
  it('finds every filter again in the address', async () => {
    await onAPage(<Page />, { answers });
    await choose(/^Ton$/, 'negative');
    await choose(/^Kanal$/, 'forum');
    await waitFor(() => expect(address()).toEqual({ polarity: 'negative', channel: 'forum' }));
    await choose(/^Ton$/, '');
    await waitFor(() => expect(address()).toEqual({ channel: 'forum' }));
  });
  it('searches once the fingers rest, or at once with Enter', async () => {
    await onAPage(<Page />, { answers });
    await choose(/suchen/, 'Akku');
    expect(address()).toEqual({});
    await waitFor(() => expect(address()).toEqual({ q: 'Akku' }));
    await choose(/suchen/, 'Akku heiß');
    await act(
      async () => void fireEvent.keyDown(screen.getByLabelText(/suchen/), { key: 'Enter' }),
    );
    expect(address()).toEqual({ q: 'Akku heiß' });
  });
  it('names a period of one’s own in the time of the house', async () => {
    await onAPage(<Page />, { answers });
    await choose(/^Zeitraum$/, 'own');
    await waitFor(() => expect(screen.getByLabelText('Von')).toBeTruthy());
    await choose(/^Von$/, '2026-11-22T14:00');
    await waitFor(() => expect(address()).toEqual({ from: '2026-11-22T13:00:00.000Z' }));
    await choose(/^Zeitraum$/, '6h');
    await waitFor(() => expect(address()).toEqual({ span: '6h' }));
  });
  it('sees reposts one by one when asked', async () => {
    await onAPage(<Page />, { answers });
    await act(async () => void fireEvent.click(screen.getByText('Weitere Filter')));
    await choose(/^Weiterleitungen$/, 'false');
    await waitFor(() => expect(readMentionSearch(address())).toEqual({ fold: false }));
    expect(screen.getByText('Weitere Filter (1)')).toBeTruthy();
  });
});
