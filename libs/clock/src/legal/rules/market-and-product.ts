import type { LegalClockRule } from '../legal-clock-rule.js';
import { countsUp, firstKnowledge } from './parts.js';

export const mar17: LegalClockRule = {
  id: 'MAR-17',
  kind: 'immediate',
  title: { de: 'Insiderinformation veröffentlichen', en: 'Disclose inside information' },
  basis: 'Art. 17 Reg. (EU) 596/2014',
  source: 'BaFin; Heuking and Glade Michel Wirtz on the change of 5 June 2026',
  verified: true,
  anchors: [
    {
      id: 'knowledge',
      question: {
        de: 'Wann lag die Insiderinformation vor?',
        en: 'When did the inside information exist?',
      },
      answeredBy: null,
    },
  ],
  stages: [
    {
      id: 'disclosure',
      title: { de: 'Ad-hoc-Mitteilung', en: 'Ad hoc disclosure' },
      limits: [],
    },
  ],
  ...countsUp,
  setters: ['legal', 'investor'],
  effects: ['publication-lock'],
  notes: {
    de: 'Unverzüglich, auch außerhalb der Handelszeiten. Seit 5. Juni 2026 sind Zwischenschritte ausgenommen, ein Leck löst die Pflicht aber sofort aus. Bis IR oder Recht „keine Insiderinformation“ festgehalten haben, geht kein externer Text hinaus. Eine Übersetzung darf die Veröffentlichung nicht verzögern.',
    en: 'Without delay, also outside trading hours. Since 5 June 2026 interim steps are exempt, but a leak triggers the duty at once. No external text leaves until IR or legal have recorded “no inside information”. A translation must not delay publication.',
  },
};

export const gpsr9: LegalClockRule = {
  id: 'GPSR-9',
  kind: 'immediate',
  title: { de: 'Gefährliches Produkt melden', en: 'Report a dangerous product' },
  basis: 'Art. 9 (8), Art. 36 Reg. (EU) 2023/988',
  source: 'Ministry NRW, BAuA',
  verified: true,
  anchors: [firstKnowledge],
  stages: [
    {
      id: 'gateway',
      title: {
        de: 'Meldung im Safety Business Gateway',
        en: 'Notice in the Safety Business Gateway',
      },
      limits: [],
    },
  ],
  ...countsUp,
  setters: ['legal', 'quality'],
  effects: [],
  notes: {
    de: 'Unverzüglich über das Safety Business Gateway; Verbraucher sind unmittelbar zu warnen. Wortlaut und Überschrift einer Rückrufanzeige gibt Art. 36 vor.',
    en: 'Without delay through the Safety Business Gateway; consumers must be warned directly. Art. 36 prescribes headline and wording of a recall notice.',
  },
};

export const gpsr20: LegalClockRule = {
  id: 'GPSR-20',
  kind: 'immediate',
  title: { de: 'Unfall mit einem Produkt melden', en: 'Report an accident with a product' },
  basis: 'Art. 20 Reg. (EU) 2023/988',
  source: 'Ministry NRW, BAuA',
  verified: true,
  anchors: [firstKnowledge],
  stages: [
    {
      id: 'gateway',
      title: {
        de: 'Meldung im Safety Business Gateway',
        en: 'Notice in the Safety Business Gateway',
      },
      limits: [],
    },
  ],
  ...countsUp,
  setters: ['legal', 'quality'],
  effects: [],
  notes: {
    de: 'Ohne schuldhaftes Zögern ab Kenntnis vom Unfall. Betrifft Unfälle mit Todesfolge oder schweren Folgen für Gesundheit und Sicherheit.',
    en: 'Without undue delay from knowledge of the accident. Concerns accidents with death or serious effects on health and safety.',
  },
};

export const food: LegalClockRule = {
  id: 'FOOD',
  kind: 'immediate',
  title: { de: 'Unsicheres Lebensmittel melden', en: 'Report unsafe food' },
  basis: 'Art. 19 Reg. (EC) 178/2002; LFGB',
  source: 'general knowledge, not yet checked',
  verified: false,
  anchors: [firstKnowledge],
  stages: [
    {
      id: 'authority',
      title: { de: 'Meldung und Rücknahme', en: 'Notice and withdrawal' },
      limits: [],
    },
  ],
  ...countsUp,
  setters: ['legal', 'quality'],
  effects: [],
  notes: {
    de: 'Unverzüglich ab Kenntnis: Rücknahme einleiten, Behörde unterrichten, bei Abgabe an Verbraucher öffentlich zurückrufen.',
    en: 'Immediately on knowledge: start withdrawal, tell the authority, recall publicly once it has reached consumers.',
  },
};
