import type { LegalClockRule } from '../legal-clock-rule.js';
import { calendar, doesNotCountUp, firstKnowledge, limit } from './parts.js';

export const ev: LegalClockRule = {
  id: 'EV',
  kind: 'window',
  title: {
    de: 'Einstweilige Verfügung beantragen',
    en: 'Apply for an interim injunction',
  },
  basis: '§§ 935, 940 ZPO (urgency, case law)',
  source: 'Haufe, Ferner',
  verified: true,
  anchors: [firstKnowledge],
  stages: [
    {
      id: 'application',
      title: { de: 'Antrag bei Gericht', en: 'Application to the court' },
      limits: [limit(calendar(28, 'days', 'none', { min: 28, max: 183 }))],
    },
  ],
  ...doesNotCountUp,
  setters: ['legal'],
  effects: [],
  notes: {
    de: 'Keine gesetzliche Frist: Wer zu lange wartet, widerlegt die Dringlichkeit selbst. Je nach Gericht vier Wochen bis sechs Monate (etwa Hamburg fünf, Stuttgart acht Wochen); Vorgabe 28 Tage.',
    en: 'Not a statutory period: whoever waits too long disproves the urgency. Four weeks to six months by court (for instance Hamburg five, Stuttgart eight weeks); 28 days by default.',
  },
};

export const gegen: LegalClockRule = {
  id: 'GEGEN',
  kind: 'window',
  title: { de: 'Gegendarstellung verlangen', en: 'Demand a counterstatement' },
  basis: 'press and media laws of the Länder; § 20 MStV',
  source: 'OLG Düsseldorf (16 days were too late)',
  verified: true,
  anchors: [
    {
      id: 'knowledge',
      question: {
        de: 'Wann hat das Unternehmen von der Veröffentlichung erfahren?',
        en: 'When did the company learn of the publication?',
      },
      answeredBy: null,
    },
  ],
  stages: [
    {
      id: 'demand',
      title: { de: 'Zuleitung der Gegendarstellung', en: 'Service of the counterstatement' },
      limits: [limit(calendar(14, 'days'))],
    },
  ],
  ...doesNotCountUp,
  setters: ['legal'],
  effects: [],
  notes: {
    de: 'Unverzüglich; 14 Tage sind die Grenze, auf die Gerichte in der Regel abstellen. Keine Verlängerung über das Wochenende eingerechnet.',
    en: 'Without undue delay; 14 days is the limit courts usually go by. No extension over a weekend counted in.',
  },
};

export const straf: LegalClockRule = {
  id: 'STRAF',
  kind: 'window',
  title: { de: 'Strafantrag stellen', en: 'File a criminal complaint' },
  basis: '§ 77b StGB',
  source: 'general knowledge, not yet checked',
  verified: false,
  anchors: [
    {
      id: 'knowledge',
      question: {
        de: 'Wann hat die antragsberechtigte Person von der Tat und von der Person des Täters erfahren?',
        en: 'When did the person entitled to complain learn of the deed and of who did it?',
      },
      answeredBy: null,
    },
  ],
  stages: [
    {
      id: 'complaint',
      title: { de: 'Strafantrag', en: 'Criminal complaint' },
      limits: [limit(calendar(3, 'months', 'STGB-77B'))],
    },
  ],
  ...doesNotCountUp,
  setters: ['legal'],
  effects: [],
  notes: {
    de: 'Nur für Antragsdelikte wie Beleidigung. Solange der Täter unbekannt ist, läuft die Frist nicht.',
    en: 'Only for offences prosecuted on complaint, such as insult. The period does not run while the offender is unknown.',
  },
};

export const bgb626: LegalClockRule = {
  id: 'BGB-626',
  kind: 'window',
  title: { de: 'Fristlos kündigen', en: 'Dismiss for cause' },
  basis: '§ 626 (2), §§ 187, 188, 193 BGB',
  source: 'general knowledge, not yet checked',
  verified: false,
  anchors: [
    {
      id: 'knowledge',
      question: {
        de: 'Wann hat die kündigungsberechtigte Person von den maßgebenden Tatsachen erfahren?',
        en: 'When did the person entitled to dismiss learn of the decisive facts?',
      },
      answeredBy: null,
    },
  ],
  stages: [
    {
      id: 'notice',
      title: { de: 'Zugang der Kündigung', en: 'Receipt of the notice' },
      limits: [limit(calendar(2, 'weeks', 'BGB-193'))],
    },
  ],
  ...doesNotCountUp,
  setters: ['legal'],
  effects: [],
  notes: {
    de: 'Die Kündigung muss bis dahin zugegangen sein; die Anhörung des Betriebsrats verlängert die Frist nicht.',
    en: 'The notice must have been received by then; hearing the works council does not extend the period.',
  },
};
