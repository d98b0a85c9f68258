import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import type { MuteView } from '@sturmwarte/contracts';
import { onAPage } from '../testing/a-page.js';
import { aTopic } from '../topics/testing/a-topic.js';
import { SetMuteDialog } from './set-mute-dialog.js';

afterEach(cleanup);

const standing = (topicId: number): Partial<MuteView> => ({
  ...{ id: topicId, subject: { kind: 'topic', topicId }, endedAt: null },
  ...{ from: '2020-01-01T00:00:00.000Z', until: '2100-01-01T00:00:00.000Z' },
});
const ask = (mutes: readonly Partial<MuteView>[]) =>
  onAPage(<SetMuteDialog topic={null} onClose={() => undefined} />, {
    answers: {
      'GET /topics': () => [aTopic(), { ...aTopic(), id: 2, name: 'Südwind' }],
      'GET /mutes': () => mutes,
    },
  });

describe('somebody who wants to mute a topic', () => {
  it('is offered those that are not muted yet', async () => {
    await ask([standing(1)]);
    const topics = await screen.findByLabelText('Thema');
    await within(topics).findByRole('option', { name: 'Südwind' });
    expect(within(topics).getAllByRole('option')).toHaveLength(1);
  });

  it('is told when none is left', async () => {
    await ask([standing(1), standing(2)]);
    expect(await screen.findByText(/^Keines ist mehr übrig/)).toBeTruthy();
    const confirm = screen.getByRole<HTMLButtonElement>('button', { name: 'Stummschalten' });
    expect(confirm.disabled).toBe(true);
  });
});
