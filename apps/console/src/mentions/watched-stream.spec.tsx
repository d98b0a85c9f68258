import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { PauseProvider } from '../app/pause.js';
import { PauseButton } from '../app/pause-button.js';
import { onAPage } from '../testing/a-page.js';
import { aMention, NOON } from '../testing/builders.js';
import { WatchedStream } from './watched-stream.js';

afterEach(cleanup);

/** The stream on a page; `arrive` stores mentions at the server and tells the wire. */
async function aStream(count: number) {
  let newest = count;
  const page = await onAPage(
    <PauseProvider>
      <PauseButton />
      <WatchedStream filters={{}} />
    </PauseProvider>,
    {
      answers: {
        'GET /mentions': () => ({
          mentions: Array.from({ length: newest }, (_, back) => {
            const id = String(newest - back);
            return aMention({ id, text: `Stimme ${id}`, spans: [] });
          }),
          next: null,
        }),
        'GET /topics': () => [],
        'GET /sources': () => [],
        'GET /spaces': () => [],
      },
    },
  );
  page.live.start();
  await screen.findByText(`Stimme ${count}`);
  const arrive = (more: number) =>
    act(async () => {
      newest += more;
      const arrived = [{ topicId: 1, count: more }];
      page.server.pulse({ spaceId: 1, now: NOON, topics: [], arrived });
    });
  return { arrive };
}
const SOON = { timeout: 6_000 };

describe('the stream on the screen', () => {
  it('shows what arrives without being asked', async () => {
    const { arrive } = await aStream(3);
    await arrive(1);
    expect(await screen.findByText('Stimme 4', {}, SOON)).toBeTruthy();
  });
  it('counts instead while somebody has paused, and shows all on resuming', async () => {
    const { arrive } = await aStream(3);
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Anhalten' })));
    await arrive(2);
    const news = await screen.findByRole('button', { name: '2 neue Stimmen' }, SOON);
    expect(screen.queryByText('Stimme 5')).toBeNull();
    await act(async () => void fireEvent.click(news));
    expect(await screen.findByText('Stimme 5')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Anhalten' })).toBeTruthy();
  });
  it('holds still while the focus is inside the list', async () => {
    const { arrive } = await aStream(3);
    const row = screen.getByText('Stimme 3').closest('article');
    await act(async () => row?.focus());
    await arrive(1);
    await screen.findByRole('button', { name: '1 neue Stimme' }, SOON);
    expect(screen.queryByText('Stimme 4')).toBeNull();
    await act(async () => row?.blur());
    await waitFor(() => expect(screen.getByText('Stimme 4')).toBeTruthy());
  });
});
