import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import type { AllClearNews } from '@sturmwarte/contracts';
import { anIncident } from '@sturmwarte/domain/testing';
import { onAPage } from '../testing/a-page.js';
import { AllClearNotice } from './all-clear-notice.js';

afterEach(cleanup);

const missed: AllClearNews = {
  ...{ incidentId: 7, number: 'L-2026-014', title: 'Nordlicht Akku' },
  at: '2026-11-22T09:15:00.000Z',
};

async function aPage(news: readonly AllClearNews[]) {
  const told: unknown[] = [];
  const page = await onAPage(<AllClearNotice />, {
    answers: {
      'GET /incidents/all-clears': () => news,
      'GET /incidents/8': () => ({ id: 8, incident: anIncident(), entries: [] }),
      'POST /incidents/all-clears/told': (body) => void told.push(body),
    },
  });
  await act(async () => page.live.start());
  return { ...page, told };
}

describe('the all-clear', () => {
  it('reaches somebody who was away when they come back, with its time, and is told once', async () => {
    const { told, live } = await aPage([missed]);
    expect(
      (await screen.findAllByText(/Entwarnung: L-2026-014 Nordlicht Akku \(.*10:15/)).length,
    ).toBeGreaterThan(0);
    await waitFor(() => expect(told).toEqual([{ until: missed.at }]));
    live.stop();
  });

  it('says nothing when nothing was missed', async () => {
    const { told, live } = await aPage([]);
    expect(screen.queryByText(/Entwarnung/)).toBeNull();
    expect(told).toEqual([]);
    live.stop();
  });

  it('told on the wire is not told again at the next sign-in', async () => {
    const { told, live, server } = await aPage([]);
    await act(async () => {
      server.say(1, 'sent', { type: 'incident', incidentId: 8, seq: 9, allClear: 'L-2026-014' });
    });
    expect((await screen.findAllByText(/Entwarnung: L-2026-014/)).length).toBeGreaterThan(0);
    await waitFor(() => expect(told).toHaveLength(1));
    live.stop();
  });
});
