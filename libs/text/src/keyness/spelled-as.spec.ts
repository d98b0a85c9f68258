import { describe, expect, it } from '@jest/globals';
import { spelledAs } from './spelled-as.js';

describe('how people spelled a term', () => {
  it('is the spelling most of them used, umlauts and capitals included', () => {
    const texts = ['Das Gehäuse schmilzt', 'gehaeuse kaputt', 'Mein Gehäuse ist heiß', 'GEHÄUSE!'];
    expect(spelledAs(['gehaeuse'], texts).get('gehaeuse')).toBe('Gehäuse');
  });

  it('finds pairs across whatever stands between their words', () => {
    const texts = ['Der rote Koffer', 'rote-Koffer-Skandal'];
    expect(spelledAs(['rote koffer'], texts).get('rote koffer')).toBe('rote Koffer');
  });

  it('does not take a part of a word, and leaves what nobody wrote', () => {
    expect(spelledAs(['aus', 'c++'], ['Haus und Maus', 'c+']).get('aus')).toBe('aus');
  });
});
