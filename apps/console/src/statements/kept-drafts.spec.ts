import { beforeEach, describe, expect, it } from '@jest/globals';
import { KeptDrafts, type DraftPlace } from './kept-drafts.js';

const place: DraftPlace = { person: 1, incident: 4, statement: 12, part: 'x-de' };
const draft = (text: string, at = '2026-03-02T14:00:00.000Z') => ({
  ...{ text, base: 2, baseText: 'alt', at },
});

describe('what somebody typed and nobody saved', () => {
  let shelf: MemoryShelf;
  beforeEach(() => {
    shelf = new MemoryShelf();
  });

  it('is there again after the page was loaded anew', () => {
    new KeptDrafts(shelf, 'w1').keep(place, draft('Wir prüfen'));
    expect(new KeptDrafts(shelf, 'w1').find(place).own).toMatchObject({ text: 'Wir prüfen' });
  });

  it('is never overwritten by the same person in another window', () => {
    const [one, other] = [new KeptDrafts(shelf, 'w1'), new KeptDrafts(shelf, 'w2')];
    one.keep(place, draft('erste Fassung', '2026-03-02T14:00:00.000Z'));
    other.keep(place, draft('zweite Fassung', '2026-03-02T14:05:00.000Z'));
    expect(one.find(place).own?.text).toBe('erste Fassung');
    expect(one.find(place).others.map(({ text }) => text)).toEqual(['zweite Fassung']);
    one.drop(place);
    expect(other.find(place).own?.text).toBe('zweite Fassung');
  });

  it('is found in a window opened later, the youngest first', () => {
    new KeptDrafts(shelf, 'w1').keep(place, draft('alt', '2026-03-02T14:00:00.000Z'));
    new KeptDrafts(shelf, 'w2').keep(place, draft('jung', '2026-03-02T14:05:00.000Z'));
    const found = new KeptDrafts(shelf, 'w3').find(place);
    expect(found.own).toBeNull();
    expect(found.others.map(({ text }) => text)).toEqual(['jung', 'alt']);
  });

  it('belongs to one person, one statement, one channel', () => {
    const drafts = new KeptDrafts(shelf, 'w1');
    drafts.keep(place, draft('meins'));
    expect(drafts.find({ ...place, person: 2 })).toEqual({ own: null, others: [] });
    expect(drafts.find({ ...place, statement: 1 })).toEqual({ own: null, others: [] });
    expect(drafts.find({ ...place, part: 'x-d' })).toEqual({ own: null, others: [] });
  });

  it('says when the browser keeps nothing, and does not fall over what others left there', () => {
    shelf.full = true;
    expect(new KeptDrafts(shelf, 'w1').keep(place, draft('x'))).toBe(false);
    shelf.full = false;
    shelf.setItem('sturmwarte.draft.1.4.12.x-de.w9', '{"text":3}');
    shelf.setItem('sturmwarte.draft.1.4.12.x-de.w8', 'not json');
    expect(new KeptDrafts(shelf, 'w1').find(place)).toEqual({ own: null, others: [] });
  });
});

/** The shelf of a browser, in memory. */
class MemoryShelf {
  full = false;
  private readonly items = new Map<string, string>();
  get length(): number {
    return this.items.size;
  }
  key(at: number): string | null {
    return [...this.items.keys()][at] ?? null;
  }
  getItem(name: string): string | null {
    return this.items.get(name) ?? null;
  }
  setItem(name: string, value: string): void {
    if (this.full) throw new Error('QuotaExceededError');
    this.items.set(name, value);
  }
  removeItem(name: string): void {
    this.items.delete(name);
  }
}
