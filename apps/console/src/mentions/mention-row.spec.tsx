import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import type { MentionView } from '@sturmwarte/contracts';
import { onAPage } from '../testing/a-page.js';
import { aMention, NOON } from '../testing/builders.js';
import { MentionRow } from './mention-row.js';

afterEach(cleanup);

const names = {
  topics: new Map([[1, 'Produkt Nordlicht']]),
  sources: new Map([[1, 'Forum Nord']]),
};
const show = (over: Partial<MentionView>) =>
  onAPage(<MentionRow mention={aMention(over)} names={names} today={Date.parse(NOON)} />);
const click = (name: RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));

describe('a mention in the stream', () => {
  it('says in a word how it sounds and marks the words that made it so', async () => {
    await show({});
    expect(screen.getByText('negativ')).toBeTruthy();
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
      'Frechheit',
    ]);
  });
  it('carries the reposts that were folded under it', async () => {
    await show({ reposts: 14 });
    expect(screen.getByText('14-mal weitergeleitet, hier zusammengefasst')).toBeTruthy();
  });
  it('is plain text, whatever it contains', async () => {
    await show({ text: '<img src=x onerror=alert(1)> <b>fett</b>', title: '<i>x</i>', spans: [] });
    expect(document.querySelector('article img, article b, article i')).toBeNull();
    expect(screen.getByText('<img src=x onerror=alert(1)> <b>fett</b>')).toBeTruthy();
  });
  it('leads to its original only by a link that cannot run anything', async () => {
    await show({ url: 'https://example.org/1' });
    const link = screen.getByRole('link', { name: /Original/ });
    expect(link.getAttribute('href')).toBe('https://example.org/1');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    cleanup();
    await show({ url: 'javascript:alert(1)' });
    expect(screen.queryByRole('link', { name: /Original/ })).toBeNull();
  });
  it('explains why it counts when asked', async () => {
    await show({ judgedBy: 'first look', metrics: { likes: 3 } });
    expect(screen.queryByText('Zählt für')).toBeNull();
    await click(/Warum gezählt/);
    const why = document.querySelector('dl')?.textContent ?? '';
    expect(why).toContain('Produkt Nordlicht');
    expect(why).toContain('91');
    expect(why).toContain('Frechheit: macht sie negativ');
    expect(why).toContain('ersten Blick');
    expect(why).toContain('Forum Nord');
    expect(why).toContain('Likes: 3');
    expect(screen.getByRole('button', { name: /Gründe verbergen/ }).ariaExpanded).not.toBe('false');
  });
  it('that belongs to no topic says that it counts nowhere', async () => {
    await show({ topics: [], judgedBy: 'model 2' });
    await click(/Warum gezählt/);
    expect(screen.getByText(/nirgends mitgezählt/)).toBeTruthy();
    expect(screen.getByText(/zweiten Blick .* model 2/)).toBeTruthy();
  });
  it('of great length shows its beginning first', async () => {
    await show({ text: 'lang '.repeat(200), spans: [] });
    await click(/Ganzen Text/);
    expect(screen.getByRole('button', { name: /Weniger/ })).toBeTruthy();
  });
});
