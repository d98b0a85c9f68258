import { describe, expect, it } from '@jest/globals';
import { fitWord } from './fit-word.js';

const widthOf = (word: string) => [...word].length * 6;

describe('a long word on a narrow chart', () => {
  it('stays whole while there is room', () => {
    expect(fitWord('Messe', 30, widthOf)).toBe('Messe');
  });

  it('is cut with an ellipsis that fits, and never to nothing', () => {
    expect(fitWord('Geplante Spitze: Hauptversammlung', 60, widthOf)).toBe('Geplante…');
    expect(fitWord('Hauptversammlung', 60, widthOf)).toBe('Hauptvers…');
    expect(fitWord('Messe', 1, widthOf)).toBe('M…');
  });
});
