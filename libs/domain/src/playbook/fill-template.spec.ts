import { describe, expect, it } from '@jest/globals';
import { fillTemplate } from './fill-template.js';
import { variablesOf } from './variables-of.js';

describe('a template', () => {
  it('is filled, and says what nobody filled', () => {
    expect(fillTemplate('{a}, {b} und {a}. {c}', { a: 'eins', b: '  ' })).toEqual({
      text: 'eins, {b} und eins. {c}',
      missing: ['b', 'c'],
    });
  });

  it('does not fill what a value brings along, nor what every object has', () => {
    expect(fillTemplate('{a} {toString}', { a: '{b} $&', b: 'no' })).toEqual({
      text: '{b} $& {toString}',
      missing: ['toString'],
    });
  });

  it('names its variables once, in order', () => {
    expect(variablesOf('{b} {a} {b} {}')).toEqual(['b', 'a', '']);
  });
});
