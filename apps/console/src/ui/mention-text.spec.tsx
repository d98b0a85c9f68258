import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { MentionText } from './mention-text.js';

afterEach(cleanup);

const spans = fc.array(
  fc.record({ start: fc.integer(), end: fc.integer(), weight: fc.constantFrom(-2, 0, 1) }),
);

describe('the text of a stranger', () => {
  it('stays text, whatever it looks like', () => {
    const text = '<b>bold</b> <img src=x onerror="alert(1)"> &amp;';
    const { container } = render(<MentionText text={text} spans={[]} lang="en" />);
    expect(container.querySelector('b, img')).toBeNull();
    expect(container.textContent).toBe(text);
  });
  it('has the words marked that made it negative, not those that pleased', () => {
    const text = 'gut, aber eine Frechheit';
    const found = [
      { start: 0, end: 3, weight: 1 },
      { start: 15, end: 24, weight: -2 },
    ];
    const { container } = render(<MentionText text={text} spans={found} lang="de" />);
    const marks = [...container.querySelectorAll('mark')].map((mark) => mark.textContent);
    expect(marks).toEqual(['Frechheit']);
  });
  it('is shown whole, whatever the spans say', () => {
    fc.assert(
      fc.property(fc.string(), spans, (text, found) => {
        const { container } = render(<MentionText text={text} spans={found} lang={null} />);
        expect(container.textContent).toBe(text);
        cleanup();
      }),
    );
  });
});
