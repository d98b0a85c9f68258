import { describe, expect, it } from '@jest/globals';
import { KeyChain } from './key-chain.js';

const plain = (key: string) => ({ key, withModifier: false, typing: false });

describe('a person at the keyboard', () => {
  it('goes somewhere with G and then a letter', () => {
    const keys = new KeyChain();
    expect(keys.press(plain('g'), 0)).toEqual(['g']);
    expect(keys.press(plain('L'), 400)).toEqual(['g l', 'l']);
    expect(keys.press(plain('a'), 600)).toEqual(['a']);
  });
  it('who hesitates has not chained', () => {
    const keys = new KeyChain();
    keys.press(plain('g'), 0);
    expect(keys.press(plain('l'), 2_000)).toEqual(['l']);
  });
  it('who writes a note or copies text presses nothing', () => {
    const keys = new KeyChain();
    expect(keys.press({ ...plain('q'), typing: true }, 0)).toEqual([]);
    expect(keys.press({ ...plain('n'), withModifier: true }, 0)).toEqual([]);
    expect(keys.press(plain('Enter'), 0)).toEqual([]);
  });
});
