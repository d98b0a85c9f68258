import type { LegalClockRule } from '../legal-clock-rule.js';
import { calendar, countsUp, doesNotCountUp, firstKnowledge, hours, limit } from './parts.js';

export const dsgvo33: LegalClockRule = {
  id: 'DSGVO-33',
  kind: 'deadline',
  title: {
    de: 'Datenpanne an die Aufsicht melden',
    en: 'Notify the authority of a data breach',
  },
  basis: 'Art. 33 GDPR; Art. 3 Reg. (EEC, Euratom) 1182/71',
  source: 'LDI NRW and BayLfD as reported by mkm.legal and dids.de',
  verified: true,
  anchors: [firstKnowledge],
  stages: [
    {
      id: 'report',
      title: { de: 'Meldung an die Aufsichtsbehörde', en: 'Notification to the authority' },
      limits: [limit(hours(72, 'next-full-hour'))],
    },
  ],
  ...doesNotCountUp,
  setters: ['legal', 'privacy'],
  effects: [],
  notes: {
    de: 'Die angebrochene Stunde zählt nicht mit; Wochenenden und Feiertage zählen mit. Ob Art. 3 Abs. 5 der VO 1182/71 (mindestens zwei Arbeitstage) hilft, ist umstritten: Verlassen Sie sich nicht darauf. Kenntnis einer einzelnen beschäftigten Person kann genügen. Unvollständige Meldungen dürfen schrittweise ergänzt werden.',
    en: 'The hour in which knowledge was gained is not counted; weekends and holidays are. Whether Art. 3 (5) of Reg. 1182/71 (at least two working days) helps is disputed: do not rely on it. One employee’s knowledge may suffice. A notification may be completed in phases.',
  },
};

export const dsgvo34: LegalClockRule = {
  id: 'DSGVO-34',
  kind: 'immediate',
  title: {
    de: 'Betroffene einer Datenpanne benachrichtigen',
    en: 'Tell the people affected by a data breach',
  },
  basis: 'Art. 34 GDPR',
  source: 'general knowledge, not yet checked',
  verified: false,
  anchors: [
    {
      id: 'knowledge',
      question: {
        de: 'Wann stand das hohe Risiko für die Betroffenen fest?',
        en: 'When was the high risk to the people affected established?',
      },
      answeredBy: null,
    },
  ],
  stages: [
    {
      id: 'letters',
      title: { de: 'Benachrichtigung der Betroffenen', en: 'Communication to the people affected' },
      limits: [],
    },
  ],
  ...countsUp,
  setters: ['legal', 'privacy'],
  effects: [],
  notes: {
    de: 'Unverzüglich, keine feste Stundenzahl. Nur bei voraussichtlich hohem Risiko.',
    en: 'Without undue delay, no fixed number of hours. Only where a high risk is likely.',
  },
};

export const hinschg: LegalClockRule = {
  id: 'HINSCHG',
  kind: 'deadline',
  title: { de: 'Hinweis bestätigen und beantworten', en: 'Answer a whistleblower’s report' },
  basis: '§ 17 (1) no. 1, (2) HinSchG',
  source: 'wording of § 17 HinSchG as reproduced by buzer.de; computation not reviewed',
  verified: false,
  anchors: [
    {
      id: 'knowledge',
      question: {
        de: 'Wann ist der Hinweis bei der Meldestelle eingegangen?',
        en: 'When did the report reach the reporting office?',
      },
      answeredBy: null,
    },
    {
      id: 'acknowledgement',
      question: {
        de: 'Wann wurde der Eingang bestätigt?',
        en: 'When was receipt acknowledged?',
      },
      answeredBy: 'acknowledgement',
    },
  ],
  stages: [
    {
      id: 'acknowledgement',
      title: { de: 'Eingangsbestätigung', en: 'Acknowledgement of receipt' },
      limits: [limit(calendar(7, 'days'))],
    },
    {
      id: 'feedback',
      title: { de: 'Rückmeldung zu Folgemaßnahmen', en: 'Feedback on follow-up' },
      limits: [limit(calendar(3, 'months'), ['acknowledgement', 'knowledge'])],
    },
  ],
  ...doesNotCountUp,
  setters: ['legal'],
  effects: [],
  notes: {
    de: 'Ohne Eingangsbestätigung endet die Frist zur Rückmeldung drei Monate und sieben Tage nach Eingang; wir zeigen bis zur Bestätigung die frühere Grenze. Eine Verlängerung auf den nächsten Werktag rechnen wir nicht ein.',
    en: 'Without an acknowledgement feedback is due three months and seven days after receipt; until it is acknowledged the earlier limit is shown. No extension to the next working day is counted in.',
  },
};
