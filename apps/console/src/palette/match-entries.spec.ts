import { describe, expect, it } from '@jest/globals';
import { matchEntries, type PaletteEntry, type PaletteGroup } from './match-entries.js';

const entry = (group: PaletteGroup, label: string, hint = ''): PaletteEntry => ({
  ...{ id: `${group} ${label}`, group, label, hint },
  go: () => undefined,
});
const all = [
  entry('alert', 'A-12 Südwind', 'Stufe 3'),
  entry('alert', 'A-2 Nordwind', 'Stufe 4'),
  entry('page', 'Wetterlage'),
  entry('incident', 'L-2026-012 Akku brennt'),
  entry('topic', 'Südwind'),
];
const labels = (typed: string) => matchEntries(all, typed).map(({ label }) => label);

describe('somebody who types into the palette', () => {
  it('sees pages first, then incidents, alerts and topics', () => {
    expect(labels('')).toEqual([
      'Wetterlage',
      'L-2026-012 Akku brennt',
      'A-12 Südwind',
      'A-2 Nordwind',
      'Südwind',
    ]);
  });

  it('finds by number and by name, without dots and capitals', () => {
    expect(labels('SUDWIND')).toEqual(['A-12 Südwind', 'Südwind']);
    expect(labels('012')).toEqual(['L-2026-012 Akku brennt']);
    expect(labels('brennt akku')).toEqual(['L-2026-012 Akku brennt']);
    expect(labels('xyz')).toEqual([]);
  });

  it('sees first what begins as typed', () => {
    expect(labels('a-2')).toEqual(['A-2 Nordwind']);
    expect(labels('2')).toEqual(['L-2026-012 Akku brennt', 'A-2 Nordwind', 'A-12 Südwind']);
  });

  it('is not shown more of a kind than the eye takes in', () => {
    const many = Array.from({ length: 30 }, (_, n) => entry('topic', `Thema ${n}`));
    expect(matchEntries([...many, entry('page', 'Themen')], 'thema')).toHaveLength(6);
  });
});
