import { describe, expect, it } from '@jest/globals';
import { safeLink } from '../ui/safe-link.js';
import { ownPath } from './own-path.js';

describe('the way back after signing in', () => {
  it('leads to where one was', () => {
    expect(ownPath('/alerts/311?space=7')).toBe('/alerts/311?space=7');
    expect(ownPath(undefined)).toBe('/');
  });
  it('never leads out of the house', () => {
    for (const trap of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      'javascript:1',
    ])
      expect(ownPath(trap)).toBe('/');
  });
});

describe('the address of a mention', () => {
  it('can be followed when it is a web address, and nothing else', () => {
    expect(safeLink('https://example.org/p/1')).toBe('https://example.org/p/1');
    for (const trap of ['javascript:alert(1)', 'data:text/html,x', 'not a link', null])
      expect(safeLink(trap)).toBeNull();
  });
});
