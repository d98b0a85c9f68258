import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import type { CitedContent } from '@sturmwarte/contracts';
import { onAPage } from '../testing/a-page.js';
import { aMention } from '../testing/builders.js';
import { CitedContents } from './cited-contents.js';

afterEach(cleanup);

const refs = [
  { mentionId: '1', hash: 'aa' },
  { mentionId: '2', hash: 'bb' },
  { mentionId: '3', hash: 'cc' },
  { mentionId: '4', hash: 'dd' },
];

describe('what a journal entry refers to', () => {
  it('is shown as it is now: there, changed since, erased, or not for this reader', async () => {
    const now: CitedContent[] = [
      { mentionId: '1', hash: 'aa', mention: aMention({ text: '<b>Der Akku brennt</b>' }) },
      { mentionId: '2', hash: 'b2', mention: aMention({ id: '2', text: 'Entschärft' }) },
      { mentionId: '3', hash: null, mention: null },
      { mentionId: '4', hash: 'dd', mention: null },
    ];
    await onAPage(<CitedContents incidentId={1} contents={refs} />, {
      answers: { 'GET /incidents/1/contents': () => now },
    });
    expect(await screen.findByText('<b>Der Akku brennt</b>')).toBeTruthy();
    const items = screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '');
    expect(items[0]).not.toContain('geändert');
    expect(items[1]).toContain('Seit dem Eintrag geändert.');
    expect(items[2]).toBe('Stimme gelöscht; der Verweis bleibt.');
    expect(items[3]).toBe('Ihre Rollen zeigen diese Stimme nicht.');
  });

  it('says so when it could not be fetched, and claims nothing about erasure', async () => {
    await onAPage(<CitedContents incidentId={1} contents={refs.slice(0, 1)} />);
    expect(await screen.findByText('Die Stimme ließ sich nicht laden.')).toBeTruthy();
  });
});
