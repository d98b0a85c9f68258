import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, waitFor } from '@testing-library/react';
import type { Grant } from '@sturmwarte/domain';
import { onAPage } from '../testing/a-page.js';
import { PostingStops } from './posting-stops.js';

afterEach(cleanup);

async function askedBy(grants: readonly Grant[]): Promise<number[]> {
  const asked: number[] = [];
  let brands = 0;
  const status = (id: number) => () => asked.push(id) && { stop: null, held: 0 };
  await onAPage(<PostingStops />, {
    grants,
    answers: {
      'GET /brands': () => ++brands && [1, 2].map((id) => ({ id, name: `Marke ${id}` })),
      'GET /brands/1/posting-stop': status(1),
      'GET /brands/2/posting-stop': status(2),
    },
  });
  await waitFor(() => expect(brands).toBe(1));
  await new Promise((done) => setTimeout(done, 50));
  return asked;
}

describe('whether posting is stopped', () => {
  it('is asked for the brands whose incidents one may see', async () => {
    expect(await askedBy([{ role: 'lead', brandId: 2 }])).toEqual([2]);
  });

  it('is not asked by an administrator, who would be refused', async () => {
    expect(await askedBy([{ role: 'admin', brandId: null }])).toEqual([]);
  });
});
