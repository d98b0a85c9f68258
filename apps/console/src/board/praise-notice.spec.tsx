import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { onAPage } from '../testing/a-page.js';
import { aCard, NOON } from '../testing/builders.js';
import { isCalm } from './rank-cards.js';
import { TopicCard } from './topic-card.js';

afterEach(cleanup);

const PRAISE = { since: NOON, mentions: 320, usualMentions: 38.2, share: 0.78, usualShare: 0.31 };

describe('a wave of support on the board', () => {
  it('is told with what is usual', async () => {
    await onAPage(<TopicCard card={aCard({ level: 0, praise: PRAISE })} />);
    const notice = screen.getByText('Zuspruch').parentElement?.textContent ?? '';
    expect(notice).toContain('320 Stimmen in 60 min, sonst 38,2');
    expect(notice).toMatch(/78\s%/);
    expect(notice).toMatch(/31\s%/);
  });

  it('is not told where there is none, nor by a server that cannot tell', async () => {
    await onAPage(<TopicCard card={aCard({ praise: null })} />);
    expect(screen.queryByText('Zuspruch')).toBeNull();
    cleanup();
    await onAPage(<TopicCard card={aCard()} />);
    expect(screen.queryByText('Zuspruch')).toBeNull();
  });

  it('brings its topic out of the calm ones, so that somebody sees it', () => {
    expect(isCalm(aCard({ level: 0, alert: null }))).toBe(true);
    expect(isCalm(aCard({ level: 0, alert: null, praise: PRAISE }))).toBe(false);
  });
});
