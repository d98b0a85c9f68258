import { describe, expect, it } from '@jest/globals';
import { placeWords } from './place-words.js';

describe('words on a narrow chart', () => {
  it('stand in one row while there is room', () => {
    const words = [0, 50, 100].map((left) => ({ left, width: 40 }));
    expect(placeWords(words, 3, 4)).toEqual([0, 0, 0]);
  });

  it('give way downwards instead of covering each other, and are left out where no row is free', () => {
    const words = [0, 10, 20, 30, 45].map((left) => ({ left, width: 40 }));
    expect(placeWords(words, 3, 4)).toEqual([0, 1, 2, null, 0]);
  });
});
