import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { onAPage } from '../testing/a-page.js';
import { MuteBannerOnDemand } from './mute-banner-on-demand.js';
import type { MuteNews } from './mute-news.js';

afterEach(cleanup);

const warned: MuteNews = {
  type: 'mute',
  ...{ spaceId: 1, muteId: 3, name: 'Nordwind' },
  news: 'warned',
  until: '2026-11-22T14:00:00.000Z',
};

async function aBoardJustOpened() {
  const page = await onAPage(<MuteBannerOnDemand />, { answers: { 'GET /mutes': () => [] } });
  await act(async () => page.live.start());
  return page;
}

describe('somebody who has just opened a page', () => {
  it('hears that a mute ends although what says it had not been fetched yet', async () => {
    const { live, server } = await aBoardJustOpened();
    await act(async () => server.say(1, 'sent', warned));
    await screen.findAllByText(/^Die Stummschaltung von Nordwind endet .*22\. Nov\., 15:00\.$/);
    live.stop();
  });

  it('hears each news once, in its order, and nothing of other spaces', async () => {
    const { live, server } = await aBoardJustOpened();
    await act(async () => {
      server.say(1, 'sent', { ...warned, spaceId: 2, name: 'Probe' });
      server.say(1, 'sent', { ...warned, news: 'set' as const, name: 'Neu' });
      server.say(1, 'sent', warned);
    });
    await screen.findAllByText(/von Nordwind endet/);
    await act(async () => server.say(1, 'sent', { ...warned, news: 'ended' }));
    await screen.findAllByText(/von Nordwind ist beendet/);
    const told = (): (string | null)[] =>
      [...document.querySelectorAll('.mantine-Notification-description')].map(
        ({ textContent }) => textContent,
      );
    await waitFor(() =>
      expect(told()).toEqual([
        expect.stringContaining('endet'),
        expect.stringContaining('ist beendet'),
      ]),
    );
    live.stop();
  });
});
