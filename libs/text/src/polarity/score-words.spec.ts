import { describe, expect, it } from '@jest/globals';
import { COLUMN, type Column } from '../lexicon/lexicon.js';
import { standardLexicon } from '../lexicon/standard-lexicon.js';
import { TextReader } from './text-reader.js';

const reader = new TextReader(standardLexicon());

/** Sum of what the words of a text add, below 0 is bad. */
function mood(text: string, column: Column = COLUMN.de): number {
  const { tally } = reader.read(text, column);
  return Math.round((tally.positive - tally.negative) * 100) / 100;
}
const english = (text: string): number => mood(text, COLUMN.en);

describe('negation', () => {
  it.each(['nicht gut', 'kein guter Service', 'nie gut', 'ohne gute Idee', 'kaum gut'])(
    'turns praise into criticism: %s',
    (text) => expect(mood(text)).toBeLessThan(-0.5),
  );
  it.each([
    'not good',
    'was never nice',
    'without any good reason',
    "isn't good",
    'isn’t good',
    'no good help',
  ])('turns English praise into criticism: %s', (text) => expect(english(text)).toBeLessThan(-0.5));
  it('takes the edge off criticism', () => {
    expect(mood('nicht schrecklich')).toBeGreaterThan(0);
    expect(english('not terrible')).toBeGreaterThan(0);
  });
  it('reaches back in German: people say what they like first and "nicht" last', () => {
    expect(mood('Gefällt mir nicht')).toBeLessThan(-0.5);
    expect(mood('Das empfehle ich nicht')).toBeLessThan(-0.5);
  });
  it('does not reach across a comma or a sentence end', () => {
    expect(mood('Nein, nicht heute, gut')).toBeGreaterThan(0);
    expect(english('Not today. Good.')).toBeGreaterThan(0);
  });
  it('leaves "nicht nur" and "not only" alone', () => {
    expect(mood('nicht nur gut')).toBeGreaterThan(0);
    expect(english('not only good')).toBeGreaterThan(0);
  });
  it('knows the fixed phrases that praise by denying', () => {
    expect(mood('kein Problem')).toBeGreaterThan(0);
    expect(english('no problem at all, no complaints')).toBeGreaterThan(0);
  });
});

describe('strength', () => {
  it('lets intensifiers strengthen and diminishers weaken', () => {
    expect(mood('sehr schlecht')).toBeLessThan(mood('schlecht'));
    expect(mood('etwas schlecht')).toBeGreaterThan(mood('schlecht'));
    expect(english('really bad')).toBeLessThan(english('bad'));
    expect(english('slightly bad')).toBeGreaterThan(english('bad'));
  });
  it('stacks intensifiers', () => {
    expect(mood('so sehr schlecht')).toBeLessThan(mood('sehr schlecht'));
  });
  it('hears "super" as praise alone and as emphasis before praise', () => {
    expect(mood('super')).toBe(2.5);
    expect(mood('super gut')).toBeGreaterThan(mood('gut'));
    expect(mood('super schlecht')).toBeLessThan(mood('schlecht'));
  });
  it('hears capitals, unless all is in capitals', () => {
    expect(mood('das ist SCHLECHT gemacht worden')).toBeLessThan(
      mood('das ist schlecht gemacht worden'),
    );
    expect(mood('DAS IST SCHLECHT GEMACHT')).toBe(mood('das ist schlecht gemacht'));
  });
  it('hears drawn out words', () => {
    expect(english('hateeeee this')).toBe(english('hateeeee this'));
    expect(reader.read('sooooo schlecht', COLUMN.de).shouting).toBeGreaterThan(0);
  });
});

describe('contrast and irony', () => {
  it('gives the clause after "aber" and "but" the last word', () => {
    expect(mood('gut, aber schlecht')).toBeLessThan(mood('gut, schlecht'));
    expect(mood('schlecht, aber gut')).toBeGreaterThan(mood('schlecht, gut'));
    expect(english('bad but good')).toBeGreaterThan(english('bad, good'));
  });
  it('hears thanks and praise turn sour', () => {
    expect(mood('Danke für die Verspätung')).toBeLessThan(-1.5);
    expect(english('Great, another delay')).toBeLessThan(-1.5);
    expect(english('Thanks for nothing')).toBeLessThan(0);
    expect(mood('Na toll')).toBeLessThan(0);
  });
  it('believes thanks that stay thanks', () => {
    expect(mood('Danke für die schnelle Hilfe')).toBeGreaterThan(2);
    expect(english('Thanks for the great flight')).toBeGreaterThan(3);
  });
});

describe('words of several kinds', () => {
  it.each(['😡', '🤬', '👎', ':(', ':-(', ":'(", ':/', '-.-', '</3', '💩'])(
    'hears anger in %s',
    (sign) => {
      expect(mood(`x ${sign}`)).toBeLessThan(0);
    },
  );
  it.each(['😊', '👍', '❤️', ':)', ':-)', ';)', ':D', '<3', '&lt;3', '^^', '👍🏽'])(
    'hears joy in %s',
    (sign) => {
      expect(english(`x ${sign}`)).toBeGreaterThan(0);
    },
  );
  it('sees no face in an address, a time or a list', () => {
    expect(mood('http://x.example 12:30 a:b (1)')).toBe(0);
  });
  it('counts the longest entry only', () => {
    expect(mood('problemlos')).toBeGreaterThan(0);
    expect(mood('nie wieder')).toBe(-2.6);
  });
  it('finds compounds by their end', () => {
    expect(mood('ein Lebensmittelskandal')).toBeLessThan(-2);
  });
  it('keeps English words out of German texts where they mean something else', () => {
    expect(mood('die Firma war fast fertig')).toBe(0);
    expect(english('they will die')).toBeLessThan(0);
  });
});
