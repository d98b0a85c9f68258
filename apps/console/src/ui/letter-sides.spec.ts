import { describe, expect, it } from '@jest/globals';
import { letterSides } from './letter-sides.js';

describe('letters beside the marks of a narrow chart', () => {
  it('stand to the right while there is room, at the edge to the left', () => {
    expect(letterSides([0, 50, 95], 20, 100)).toEqual(['right', 'right', 'left']);
  });

  it('give way to the next mark, and to a letter that is already there', () => {
    expect(letterSides([30, 40, 50], 20, 100)).toEqual(['left', null, 'right']);
    expect(letterSides([30, 60, 70], 20, 100)).toEqual(['right', null, 'right']);
    expect(letterSides([30, 80, 90], 20, 100)).toEqual(['right', 'left', null]);
  });
});
