import { describe, expect, it } from '@jest/globals';
import { AUTHOR_WORDS, AuthorSketch, markAuthor } from './authors.js';

function crowd(people: number, first = 0): Int32Array {
  const bits = new Int32Array(AUTHOR_WORDS);
  for (let i = first; i < first + people; i++) markAuthor(bits, Math.imul(i + 1, 0x9e3779b1));
  return bits;
}

describe('the sketch of authors', () => {
  it.each([1, 5, 20, 100, 400])('estimates %i critics well enough', (people) => {
    const sketch = new AuthorSketch();
    sketch.hear(1010, crowd(people));
    expect(Math.abs(sketch.count(1010, []) - people)).toBeLessThanOrEqual(2 + people * 0.15);
  });

  it('counts one loud person once', () => {
    const sketch = new AuthorSketch();
    for (let minute = 1001; minute < 1050; minute++) sketch.hear(minute, crowd(1));
    expect(sketch.count(1050, [])).toBe(1);
  });

  it('forgets people after an hour', () => {
    const sketch = new AuthorSketch();
    sketch.hear(1010, crowd(50));
    expect(sketch.count(1069, [])).toBeGreaterThan(40);
    expect(sketch.count(1070, [])).toBe(0);
  });

  it('adds those of open minutes', () => {
    const sketch = new AuthorSketch();
    sketch.hear(1010, crowd(10));
    expect(sketch.count(1011, [crowd(10, 10)])).toBeGreaterThan(16);
  });
});
