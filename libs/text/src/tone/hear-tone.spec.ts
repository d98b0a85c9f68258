import { describe, expect, it } from '@jest/globals';
import { TONE } from '@sturmwarte/domain';
import { standardLexicon } from '../lexicon/standard-lexicon.js';
import { compileMatcher } from '../match/compile-matcher.js';
import { readToneList, standardTones } from './tone-lexicon.js';

const matcher = compileMatcher([], standardLexicon());
const tone = (text: string, lang?: string): number => matcher.firstLook({ text, lang }).tone;
const calls = (text: string, lang?: string): boolean => (tone(text, lang) & TONE.call) !== 0;
const attacks = (text: string, lang?: string): boolean =>
  (tone(text, lang) & TONE.aggressive) !== 0;

describe('calls to act', () => {
  it.each([
    'Boykottiert diesen Laden!',
    'Ich rufe zum Boykott auf #boykottnordwind',
    '#NordwindBoykott jetzt, mir reicht es',
    'Das wird ein Käuferboykott, ganz sicher',
    'Kündigt eure Verträge, alle, heute noch',
    'Die Petition ist online, bitte unterschreiben: https://example.org/p',
    'Kommt zur Demo vor der Zentrale, Samstag 12 Uhr',
    'Kauft nichts mehr bei denen',
    'Nie wieder Nordwind. Boykott!',
    'Warum nicht einfach boykottieren?',
    'Gegen Nordwind hilft nur ein Boykott',
    'Ein Boykott reicht nicht mehr aus',
    'Deinstalliert die App, sofort',
  ])('hears a German one: %s', (text) => expect(calls(text, 'de')).toBe(true));

  it.each([
    'Kein Boykott, bitte. Die machen gute Arbeit.',
    'Niemand sollte Nordwind boykottieren',
    'Boykottiert sie bitte nicht, da arbeiten Menschen',
    'Ich bin gegen einen Boykott',
    'Ich finde nicht, dass wir boykottieren sollten',
    'Ein Boykott bringt nichts',
    'Statt Boykott lieber reden',
    'Wie kann ich meinen Vertrag kündigen?',
    'Die Repetition der Übung war gut',
    'Nordwind kündigt Verträge mit Lieferanten',
    'Schlechter Service, drei Stunden Warteschleife',
  ])('hears none in: %s', (text) => expect(calls(text, 'de')).toBe(false));

  it.each([
    'Boycott Northwind now',
    '#BoycottNorthwind is trending',
    'Please sign the petition: https://example.org/p',
    "Don't buy anything from them ever again",
    'Cancel your subscriptions, everyone',
    '#CancelNorthwind',
    'There will be a protest outside their headquarters',
    'Why not boycott them?',
    "I can't wait to boycott them",
  ])('hears an English one: %s', (text) => expect(calls(text, 'en')).toBe(true));

  it.each([
    'No boycott, please',
    'Nobody should boycott them',
    "I don't think we should boycott them",
    'A boycott is pointless',
    'I am against a boycott',
    'Our flight was #cancelled again',
    'The competition was fierce',
    "I don't shop there, too far away",
    'They lost my luggage twice',
  ])('hears none in: %s', (text) => expect(calls(text, 'en')).toBe(false));
});

describe('insults and threats', () => {
  it.each([
    'Ihr Idioten habt meinen Koffer verloren',
    'Was für eine Betrügerbande',
    'Ihr seid so verlogene Heuchler',
    'Diese Verbrecher gehören bestraft',
    'Fickt euch alle',
    'Wir wissen wo ihr wohnt',
    'Man sollte euch alle einsperren',
    'Nie wieder, ihr ARSCHLÖCHER!!!',
    'Ihr Arschloecher',
  ])('hears them in: %s', (text) => expect(attacks(text, 'de')).toBe(true));

  it.each([
    'Ich Idiot habe den Termin vergessen',
    'Der Chef ist kein Idiot',
    'Betrüger geben sich als Bank aus, warnt die Polizei',
    'Die Schweine stehen im Stall von Bauer Meier',
    'Das Paket ist nicht angekommen',
    'Das ist eine Sauerei, ich bin enttäuscht',
  ])('hears none in: %s', (text) => expect(attacks(text, 'de')).toBe(false));

  it.each([
    'You idiots lost my bag',
    'These people are a bunch of crooks',
    'I hope you burn',
    'fuck you @northwind',
    'greedy liars, all of them',
  ])('hears them in English: %s', (text) => expect(attacks(text, 'en')).toBe(true));

  it.each([
    "I'm an idiot, I forgot my password",
    'He is not an idiot',
    'Fraudsters pose as our bank, police warn',
    'The pigs were in the barn',
    'My flight is four hours late',
  ])('hears none in: %s', (text) => expect(attacks(text, 'en')).toBe(false));

  it('does not take a German word for what it means in English, nor the other way round', () => {
    expect(attacks('Die Not ist groß', 'de')).toBe(false);
    expect(calls('In der Not kein Boykott', 'de')).toBe(false);
  });
});

describe('what nobody listened to', () => {
  it('is not judged: a language without lists is unknown, not calm', () => {
    expect(tone('Appel au boycott de cette entreprise', 'fr')).toBe(0);
    expect(tone('Le service est nul et la direction se moque des clients dans cette affaire')).toBe(
      0,
    );
  });

  it('is judged where the language cannot be told: hashtags are the same everywhere', () => {
    expect(tone('#boykottnordwind')).toBe(TONE.judged | TONE.call);
    expect(tone('ok')).toBe(TONE.judged);
  });

  it('hears praise as such', () => {
    const text = 'Nordwind ist wunderbar, danke für die tolle Hilfe!';
    expect(tone(text, 'de')).toBe(TONE.judged | TONE.praise);
  });
});

describe('the lists', () => {
  it('know no role but the written ones', () => {
    expect(() => readToneList('shout | hey')).toThrow('unknown role');
  });

  it('hold hundreds of entries, each of which says something in some language', () => {
    const { patterns, roles } = standardTones();
    expect(patterns.length).toBeGreaterThan(500);
    patterns.forEach((_, at) => expect(roles[2][at]).toBeGreaterThan(0));
  });
});
