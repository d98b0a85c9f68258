import type { LegalClockRule } from '../legal-clock-rule.js';
import { calendar, doesNotCountUp, firstKnowledge, hours, limit } from './parts.js';

export const nis2: LegalClockRule = {
  id: 'NIS2',
  kind: 'deadline',
  title: { de: 'Sicherheitsvorfall melden (NIS-2)', en: 'Report a security incident (NIS 2)' },
  basis: '§ 32 BSIG; Art. 23 Directive (EU) 2022/2555',
  source: 'wording of § 32 BSIG (nis2-umsetzung.com); Haufe, Rödl',
  verified: true,
  anchors: [
    firstKnowledge,
    {
      id: 'second-report',
      question: {
        de: 'Wann wurde die Meldung (72 Stunden) übermittelt?',
        en: 'When was the notification (72 hours) submitted?',
      },
      answeredBy: 'report',
    },
  ],
  stages: [
    {
      id: 'early-warning',
      title: { de: 'Frühe Erstmeldung', en: 'Early warning' },
      limits: [limit(hours(24))],
    },
    {
      id: 'report',
      title: { de: 'Meldung', en: 'Incident notification' },
      limits: [limit(hours(72))],
    },
    {
      id: 'final',
      title: { de: 'Abschlussmeldung', en: 'Final report' },
      limits: [limit(calendar(1, 'months'), ['second-report', 'knowledge'])],
    },
  ],
  ...doesNotCountUp,
  setters: ['legal', 'security'],
  effects: [],
  notes: {
    de: 'Nur für wichtige und besonders wichtige Einrichtungen (in Kraft seit 6. Dezember 2025, ohne Übergangsfrist). Der Monat zählt ab Übermittlung der Meldung; vorher zeigen wir die frühere Grenze ab Kenntnis. Dauert der Vorfall dann noch an, tritt eine Fortschrittsmeldung an die Stelle.',
    en: 'Only for important and essential entities (in force since 6 December 2025, no transition). The month runs from submission of the notification; before that the earlier limit from knowledge is shown. If the incident still lasts then, a progress report takes its place.',
  },
};

export const dora: LegalClockRule = {
  id: 'DORA',
  kind: 'deadline',
  title: { de: 'Schweren IKT-Vorfall melden (DORA)', en: 'Report a major ICT incident (DORA)' },
  basis: 'Art. 19 Reg. (EU) 2022/2554; Art. 5 Delegated Reg. (EU) 2025/301',
  source: 'wording of Art. 5 (springlex.eu, dora-info.eu)',
  verified: true,
  anchors: [
    firstKnowledge,
    {
      id: 'classification',
      question: {
        de: 'Wann wurde der Vorfall als schwerwiegend eingestuft?',
        en: 'When was the incident classified as major?',
      },
      answeredBy: null,
    },
    {
      id: 'first-report',
      question: {
        de: 'Wann wurde die Erstmeldung übermittelt?',
        en: 'When was the initial notification submitted?',
      },
      answeredBy: 'initial',
    },
    {
      id: 'second-report',
      question: {
        de: 'Wann wurde die (letzte) Zwischenmeldung übermittelt?',
        en: 'When was the (latest) intermediate report submitted?',
      },
      answeredBy: 'intermediate',
    },
  ],
  stages: [
    {
      id: 'initial',
      title: { de: 'Erstmeldung', en: 'Initial notification' },
      limits: [
        limit(hours(4), ['classification']),
        // Classified as major only after a day: then the four hours alone count.
        limit(hours(24), ['knowledge'], 'classification'),
      ],
    },
    {
      id: 'intermediate',
      title: { de: 'Zwischenmeldung', en: 'Intermediate report' },
      limits: [limit(hours(72), ['first-report', 'classification', 'knowledge'])],
    },
    {
      id: 'final',
      title: { de: 'Abschlussmeldung', en: 'Final report' },
      limits: [
        limit(calendar(1, 'months'), [
          'second-report',
          'first-report',
          'classification',
          'knowledge',
        ]),
      ],
    },
  ],
  ...doesNotCountUp,
  setters: ['legal', 'security'],
  effects: [],
  notes: {
    de: 'Nur für Finanzunternehmen. Fällt ein Ende auf ein Wochenende oder einen Feiertag, erlaubt die Verordnung vielen Unternehmen die Abgabe bis zum Mittag des nächsten Arbeitstags; wir rechnen das nicht ein. Eine aktualisierte Zwischenmeldung ist unverzüglich fällig, sobald der Betrieb wieder läuft.',
    en: 'Only for financial entities. Where a limit falls on a weekend or bank holiday the regulation lets many entities submit by noon of the next working day; this is not counted in. An updated intermediate report is due without undue delay once regular activities have recovered.',
  },
};

export const cra: LegalClockRule = {
  id: 'CRA',
  kind: 'deadline',
  title: {
    de: 'Ausgenutzte Schwachstelle melden (CRA)',
    en: 'Report an exploited vulnerability (CRA)',
  },
  basis: 'Art. 14 Reg. (EU) 2024/2847',
  source: 'secondary literature on Art. 14; wording not reviewed',
  verified: false,
  anchors: [
    firstKnowledge,
    {
      id: 'remedy',
      question: {
        de: 'Seit wann steht eine Abhilfe bereit?',
        en: 'Since when has a corrective or mitigating measure been available?',
      },
      answeredBy: null,
    },
  ],
  stages: [
    {
      id: 'early-warning',
      title: { de: 'Frühwarnung', en: 'Early warning' },
      limits: [limit(hours(24))],
    },
    {
      id: 'report',
      title: { de: 'Meldung', en: 'Notification' },
      limits: [limit(hours(72))],
    },
    {
      id: 'final',
      title: { de: 'Abschlussbericht', en: 'Final report' },
      limits: [limit(calendar(14, 'days', 'REG-1182-71'), ['remedy', 'knowledge'])],
    },
  ],
  ...doesNotCountUp,
  setters: ['legal', 'security'],
  effects: [],
  notes: {
    de: 'Für Hersteller von Produkten mit digitalen Elementen, ab 11. September 2026. Die 14 Tage zählen ab Verfügbarkeit der Abhilfe; vorher zeigen wir die frühere Grenze ab Kenntnis. Bei schweren Sicherheitsvorfällen gilt statt der 14 Tage ein Monat ab der Meldung.',
    en: 'For manufacturers of products with digital elements, from 11 September 2026. The 14 days run from availability of a measure; before that the earlier limit from knowledge is shown. For severe incidents one month from the notification applies instead of the 14 days.',
  },
};
