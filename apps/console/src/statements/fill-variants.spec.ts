import { describe, expect, it } from '@jest/globals';
import type { Template } from '@sturmwarte/domain';
import { anIncident } from '@sturmwarte/domain/testing';
import { createFormat } from '@sturmwarte/i18n';
import { fillVariants } from './fill-variants.js';
import { initialsOf, templateValues } from './template-values.js';

const short: Template = {
  id: 'holding-short',
  channels: ['x', 'bluesky'],
  title: { de: 'Kurz', en: 'Short' },
  body: {
    de: 'Wir prüfen {subject}. Mehr um {nextUpdate} Uhr. ^{initials}',
    en: 'We check {subject}. More at {nextUpdate}. ^{initials}',
  },
  variables: ['subject', 'nextUpdate', 'initials'],
};
const long: Template = { ...short, id: 'holding-long', channels: ['x', 'website'] };

describe('somebody who begins from a template', () => {
  const incident = anIncident({
    type: 'playbook-started',
    playbook: { id: 'PB-00', version: 1, hash: 'h', title: { de: 'Probe', en: 'Trial' } },
    phase: 'first',
    how: 'by-hand',
    reasons: [],
  });
  const [run] = incident.runs;
  const stamp = { seq: 3, at: '2026-03-02T14:05:00.000Z', by: { id: 1, name: 'Meier' } };
  const inputs = { 'subject:de': 'heiße Akkus', 'subject:en': 'hot batteries', link: 'a.de' };
  const filled = {
    ...incident,
    runs: run
      ? [
          {
            ...run,
            steps: {
              K4: { ...stamp, standing: 'done' as const, person: null, inputs, note: null },
            },
          },
        ]
      : [],
  };
  const facts = {
    incident: filled,
    brand: 'Nordwind',
    writer: 'Jana Öztürk',
    nowMs: Date.parse('2026-03-02T14:12:00Z'),
    format: createFormat('de'),
  };

  it('finds what was entered for the steps, in the language of the text, and what the house knows', () => {
    expect(templateValues(facts, 'de')).toMatchObject({
      ...{ subject: 'heiße Akkus', link: 'a.de', brand: 'Nordwind', topic: 'Nordlicht' },
      ...{ initials: 'JÖ', today: '02.03.2026', now: '15:12' },
    });
    expect(templateValues(facts, 'en')).toMatchObject({
      ...{ subject: 'hot batteries', today: '02/03/2026' },
    });
  });

  it('gets a text per channel and language, and is told what is missing', () => {
    const { variants, missing } = fillVariants([short, long], ['de', 'en'], (language) =>
      templateValues(facts, language),
    );
    expect(variants.map(({ channel, language }) => `${channel} ${language}`)).toEqual([
      ...['x de', 'bluesky de', 'website de', 'x en', 'bluesky en', 'website en'],
    ]);
    expect(variants[0]?.text).toBe('Wir prüfen heiße Akkus. Mehr um {nextUpdate} Uhr. ^JÖ');
    expect(missing).toEqual(['nextUpdate']);
  });

  it.each([
    ['Jana Öztürk', 'JÖ'],
    ['Dr. Ute Voss', 'UV'],
    ['Lang', 'LA'],
    ['Eva-Maria Klein', 'EM'],
  ])('%s signs %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
