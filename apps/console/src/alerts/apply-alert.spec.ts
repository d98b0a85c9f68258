import { describe, expect, it } from '@jest/globals';
import { aBoard, aCard, anAlert } from '../testing/builders.js';
import { applyToBoard, applyToList } from './apply-alert.js';

const live = { space: 1, state: 'live', limit: 50 } as const;

describe('news of an alert', () => {
  it('puts a new alert at the head of the list', () => {
    const list = applyToList([anAlert({ id: 3 })], live, anAlert({ id: 4 }));
    expect(list.map((alert) => alert.id)).toEqual([4, 3]);
  });
  it('removes a closed one from the list of live ones and keeps it on the list of all', () => {
    const closed = anAlert({ state: 'closed', version: 5 });
    expect(applyToList([anAlert()], live, closed)).toEqual([]);
    expect(applyToList([anAlert()], { space: 1, limit: 50 }, closed)).toEqual([closed]);
  });
  it('that is older than what is known changes nothing', () => {
    const list = [anAlert({ version: 9 })];
    expect(applyToList(list, live, anAlert({ version: 8 }))).toBe(list);
  });
  it('of another space stays there', () => {
    const list = [anAlert()];
    expect(applyToList(list, live, anAlert({ id: 9, spaceId: 2 }))).toBe(list);
  });
});

describe('the card of an alert', () => {
  it('shows who acknowledged, and lets go of a closed alert', () => {
    const board = aBoard([aCard({ alert: anAlert() })]);
    const acknowledged = anAlert({ state: 'acknowledged', version: 2 });
    expect(applyToBoard(board, acknowledged).cards[0]?.alert?.state).toBe('acknowledged');
    const closed = anAlert({ state: 'closed', version: 3 });
    expect(applyToBoard(board, closed).cards[0]?.alert).toBeNull();
  });
  it('shows its level on the board before the next pulse', () => {
    const board = aBoard([aCard({ level: 0, alert: null })]);
    const raised = anAlert({ level: 4, levelSince: '2026-11-22T03:00:00.000Z' });
    expect(applyToBoard(board, raised).cards[0]).toMatchObject({
      level: 4,
      since: '2026-11-22T03:00:00.000Z',
    });
  });
  it('is not dragged back by late news of an earlier alert', () => {
    const board = aBoard([aCard({ alert: anAlert({ id: 312 }) })]);
    const late = anAlert({ id: 311, state: 'closed', version: 9 });
    expect(applyToBoard(board, late).cards[0]?.alert?.id).toBe(312);
  });
});
