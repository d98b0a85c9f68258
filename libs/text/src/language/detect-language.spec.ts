import { describe, expect, it } from '@jest/globals';
import { detectLanguage } from './detect-language.js';

describe('detectLanguage', () => {
  it.each([
    ['Warum kommt mein Paket schon wieder nicht an?', 'de'],
    ['Schöne Grüße aus dem Stau', 'de'],
    ['why is my parcel late again', 'en'],
    ['Worst airline ever!', 'en'],
    ['Pourquoi mon colis est-il encore en retard ?', 'other'],
    ['¿Por qué mi paquete llega tarde otra vez?', 'other'],
    ['Waarom is mijn pakket alweer te laat?', 'other'],
    ['Почему моя посылка опять опаздывает?', 'other'],
    ['なぜ私の荷物はまた遅れているのですか', 'other'],
    ['', 'unknown'],
    ['😡😡', 'unknown'],
    ['@user https://example.com/der-die-das', 'unknown'],
  ])('%j is %s', (text, lang) => {
    expect(detectLanguage(text).lang).toBe(lang);
  });

  it('listens to the source where the text says little', () => {
    expect(detectLanguage('Hotel Taxi', 'de').lang).not.toBe('en');
    expect(detectLanguage('Hotel Taxi', 'en').lang).not.toBe('de');
    expect(detectLanguage('Warum kommt mein Paket schon wieder nicht an?', 'en').lang).toBe('de');
  });
});
