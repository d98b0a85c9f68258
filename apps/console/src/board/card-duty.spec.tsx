import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { useQuery } from '@tanstack/react-query';
import { DomainError } from '@sturmwarte/domain';
import { anIncident } from '@sturmwarte/domain/testing';
import { onAPage, type Answers } from '../testing/a-page.js';
import { aBoard, aCard, anAlert, NOON } from '../testing/builders.js';
import { boardQuery } from './board.queries.js';
import { CardDuty } from './card-duty.js';

afterEach(cleanup);

/** The duty line as it stands on the board: its alert comes from the cache. */
function Duty() {
  const { data } = useQuery({ ...boardQuery(1), enabled: false });
  return <CardDuty alert={data?.cards[0]?.alert ?? null} />;
}

let thePage: Awaited<ReturnType<typeof onAPage>>;

async function aDuty(answers: Answers, grants?: Parameters<typeof onAPage>[1]) {
  thePage = await onAPage(<Duty />, { ...grants, answers });
  const board = aBoard([aCard({ alert: anAlert() })]);
  await act(async () => void thePage.queryClient.setQueryData(boardQuery(1).queryKey, board));
  await screen.findByRole('button', { name: /Quittieren/ });
}
const button = () => screen.getByRole('button', { name: /Quittieren/ });

describe('acknowledging an alert on its card', () => {
  it('shows at once, before the server has agreed', async () => {
    let agree: (value: unknown) => void = () => undefined;
    const answer = new Promise((resolve) => (agree = resolve));
    await aDuty({ 'POST /alerts/311/acknowledge': () => answer });
    await act(async () => fireEvent.click(button()));
    expect(await screen.findByText(/Öztürk kümmert sich/)).toBeTruthy();
    await act(async () => agree(anAlert({ state: 'acknowledged', version: 2 })));
  });

  it('is taken back, and says who was first, when a colleague was quicker', async () => {
    await aDuty({
      'POST /alerts/311/acknowledge': () => {
        throw new DomainError('already-acknowledged', { by: 'Lang', at: NOON });
      },
    });
    await act(async () => fireEvent.click(button()));
    expect(await screen.findByText(/bereits von Lang 13:00 quittiert/)).toBeTruthy();
    expect(button()).toBeTruthy();
  });

  it('leads into the open incident that deals with it, also when that is opened later', async () => {
    let incidents: readonly unknown[] = [];
    await aDuty({ 'GET /incidents': () => incidents });
    expect(screen.queryByRole('link', { name: /Zur Lage/ })).toBeNull();
    incidents = [{ id: 14, incident: anIncident() }];
    await act(() => thePage.queryClient.invalidateQueries({ queryKey: ['incidents'] }));
    const link = await screen.findByRole('link', { name: 'Zur Lage L-2026-014' });
    expect(link.getAttribute('href')).toBe('/incidents/14');
  });

  it('leads nowhere once the incident has ended', async () => {
    const over = anIncident({ type: 'all-clear-given', note: '', unmet: [], reason: null });
    await aDuty({ 'GET /incidents': () => [{ id: 14, incident: over }] });
    await act(() => thePage.queryClient.refetchQueries({ queryKey: ['incidents'] }));
    expect(screen.queryByRole('link', { name: /Zur Lage/ })).toBeNull();
  });

  it('is not offered to an observer, who is told which roles may', async () => {
    const asked: unknown[] = [];
    const answers = { 'POST /alerts/311/acknowledge': (body: unknown) => asked.push(body) };
    await aDuty(answers, { grants: [{ role: 'observer', brandId: null }] });
    await act(async () => fireEvent.click(button()));
    expect(asked).toEqual([]);
    expect(button().getAttribute('aria-disabled')).toBe('true');
    expect(button().getAttribute('title')).toContain('Einsatzleitung');
  });
});
