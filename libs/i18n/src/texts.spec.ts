import { describe, expect, it } from '@jest/globals';
import {
  CHANNELS,
  ERROR_STATUS,
  FORM_RULES,
  LEVELS,
  PHRASE_RULES,
  RIGHTS,
  ROLES,
} from '@sturmwarte/domain';
import { de } from './de/index.js';
import { en } from './en/index.js';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, path: readonly string[] = []): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') flat.set([...path, key].join(' > '), value);
    else for (const [inner, text] of flatten(value, [...path, key])) flat.set(inner, text);
  }
  return flat;
}
const placeholders = (text: string): string[] =>
  [...text.matchAll(/{{(\w+)(?:, number)?}}/g)].map((match) => match[1] ?? '').sort();

describe('the two languages', () => {
  const english = flatten(en);
  const german = flatten(de);

  it('say the same things', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
  });
  it('leave no sentence empty', () => {
    const empty = [...english, ...german].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });
  it('fill in the same facts', () => {
    const differing = [...english.keys()].filter(
      (key) =>
        placeholders(english.get(key) ?? '').join() !== placeholders(german.get(key) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });
  it('know both the one and the many', () => {
    const lonely = [...english.keys()].filter(
      (key) => key.endsWith('_one') && !english.has(key.replace(/_one$/, '_other')),
    );
    expect(lonely).toEqual([]);
  });
  it('keep the word Shitstorm out of the house', () => {
    expect([...english.values(), ...german.values()].filter((t) => /shitstorm/i.test(t))).toEqual(
      [],
    );
  });
});

describe('the names', () => {
  it('cover everything the domain counts', () => {
    for (const tree of [en, de]) {
      expect(Object.keys(tree.error).sort()).toEqual(Object.keys(ERROR_STATUS).sort());
      expect(Object.keys(tree.names.level)).toEqual(LEVELS.map(String));
      expect(Object.keys(tree.names.role)).toEqual([...ROLES]);
      expect(Object.keys(tree.names.right)).toEqual([...RIGHTS]);
      expect(Object.keys(tree.names.channel)).toEqual([...CHANNELS]);
      expect(Object.keys(tree.wording.phrase)).toEqual(Object.keys(PHRASE_RULES));
      expect(Object.keys(tree.wording.form)).toEqual([...FORM_RULES]);
    }
  });
});
