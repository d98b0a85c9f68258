import { describe, expect, it } from '@jest/globals';
import { aBoard, aCard, anAlert, aPulseOf, NOON } from '../testing/builders.js';
import { applyPulse } from './apply-pulse.js';
import { holdOrder, isCalm, rankCards } from './rank-cards.js';

const MINUTE = Date.parse(NOON) / 60_000;
const pulse = (topics = [aPulseOf()], spaceId = 1) => ({ spaceId, now: NOON, topics, arrived: [] });
const bucket = (minutes: number, negative: number) => ({ minute: MINUTE + minutes, negative });

describe('a pulse on the board', () => {
  it('moves the running bucket of the sparkline', () => {
    const { board } = applyPulse(aBoard(), pulse([aPulseOf({ bucket: bucket(0, 15) })]));
    expect(board.cards[0]?.spark).toEqual([1, 2, 1, 3, 5, 15]);
  });
  it('lets the oldest buckets leave when new ones begin, silent ones as zero', () => {
    const { board } = applyPulse(aBoard(), pulse([aPulseOf({ bucket: bucket(30, 4) })]));
    expect(board.cards[0]?.spark).toEqual([1, 3, 5, 12, 0, 4]);
  });
  it('survives a jump over the whole picture', () => {
    const { board } = applyPulse(aBoard(), pulse([aPulseOf({ bucket: bucket(15 * 500, 4) })]));
    expect(board.cards[0]?.spark).toEqual([0, 0, 0, 0, 0, 4]);
  });
  it('leaves untouched cards the same objects', () => {
    const quiet = aCard({ topicId: 2 });
    const { board } = applyPulse(aBoard([aCard(), quiet]), pulse());
    expect(board.cards[1]).toBe(quiet);
  });
  it('tells when it speaks of a topic nobody has heard of', () => {
    expect(applyPulse(aBoard(), pulse([aPulseOf({ topicId: 99 })])).unknown).toBe(true);
  });
  it('of another space changes nothing', () => {
    const board = aBoard();
    expect(applyPulse(board, pulse([aPulseOf({ level: 6 })], 2)).board).toBe(board);
  });
});

describe('the order of the cards', () => {
  const storm = aCard({ topicId: 1, level: 5 });
  const waiting = aCard({ topicId: 2, level: 3, alert: anAlert(), ratio: 1 });
  const handled = aCard({ topicId: 3, level: 3, alert: anAlert({ state: 'acknowledged' }) });
  it('puts the strongest wind first and who waits before who is cared for', () => {
    expect(rankCards([handled, waiting, storm]).map((card) => card.topicId)).toEqual([1, 2, 3]);
  });
  it('stands still while somebody points at a card, new ones last', () => {
    const cards = rankCards([handled, waiting, storm]);
    expect(holdOrder(cards, [3, 2]).map((card) => card.topicId)).toEqual([3, 2, 1]);
  });
  it('folds away only what neither blows nor waits', () => {
    expect(isCalm(aCard({ level: 0 }))).toBe(true);
    expect(isCalm(aCard({ level: 0, alert: anAlert() }))).toBe(false);
    expect(isCalm(aCard({ level: 1 }))).toBe(false);
  });
});
