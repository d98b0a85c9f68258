import { describe, expect, it } from '@jest/globals';
import { nextUpdateOf } from './next-update-of.js';

describe('the time somebody promises in public', () => {
  it.each([
    ['Wir prüfen. Neues um 15:00 Uhr.', '15:00'],
    ['Mehr dazu ab 16 Uhr.', '16:00'],
    ['Nächster Stand: 9.30 Uhr.', '09:30'],
    ['We are checking. More at 3 pm.', '15:00'],
    ['Next update at 12 a.m.', '00:00'],
  ])('is found in %s', (text, time) => {
    expect(nextUpdateOf(text)?.time).toBe(time);
  });

  it.each(['Stand 14:00 Uhr.', 'As of 2 pm we know of nine cases.', 'Neues Produkt, 30 Fälle.'])(
    'is not read into %s',
    (text) => {
      expect(nextUpdateOf(text)).toBeNull();
    },
  );
});
