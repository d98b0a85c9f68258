import type { MistakeCode } from '../mistake.js';
import type { Broken } from './broken.js';

/** Mistakes that show only against the rest of the playbook, the house or the day. */
export const BROKEN_SENSE = {
  'unknown-role': {
    from: 'kind: task\n        role: unit',
    to: 'kind: task\n        role: ▲FB',
    de: 'Die Rolle „FB“ gibt es nicht. Meinten Sie „unit“? Möglich: community, lead, pr, legal, board, unit, hr, it, service, quality, investor, privacy, security, keeper.',
    en: 'There is no role "FB". Did you mean "unit"? Possible: community, lead, pr, legal, board, unit, hr, it, service, quality, investor, privacy, security, keeper.',
  },
  'unknown-include': {
    from: 'include: [core]',
    to: 'include: [core, ▲kern]',
    de: 'Den gemeinsamen Teil „kern“ gibt es nicht oder er hat Fehler.',
    en: 'There is no shared part "kern", or it has mistakes.',
  },
  'unknown-step': {
    from: 'check: { kind: step, step: S2 }',
    to: 'check: { kind: step, step: ▲S9 }',
    de: 'Den Schritt „S9“ gibt es in diesem Playbook nicht.',
    en: 'There is no step "S9" in this playbook.',
  },
  'unknown-option': {
    from: 'recommended: stop',
    to: 'recommended: ▲halt',
    de: 'Die Entscheidung „S1“ kennt keine Antwort „halt“. Möglich: stop, go.',
    en: 'The decision "S1" has no option "halt". Possible: stop, go.',
  },
  'unknown-template': {
    from: 'templates: [long]',
    to: 'templates: [long, ▲lang]',
    de: 'Die Vorlage „lang“ gibt es in diesem Playbook nicht.',
    en: 'There is no template "lang" in this playbook.',
  },
  'unknown-clock': {
    from: 'clock: EV',
    to: 'clock: ▲DSGVO',
    de: 'Die Rechtsuhr „DSGVO“ gibt es nicht. Möglich: DSGVO-33, DSGVO-34, NIS2, DORA, MAR-17, GPSR-9, GPSR-20, FOOD, EV, GEGEN, STRAF, BGB-626, HINSCHG, CRA.',
    en: 'There is no legal clock "DSGVO". Possible: DSGVO-33, DSGVO-34, NIS2, DORA, MAR-17, GPSR-9, GPSR-20, FOOD, EV, GEGEN, STRAF, BGB-626, HINSCHG, CRA.',
  },
  'clock-not-listed': {
    from: 'clock: EV',
    to: 'clock: ▲GEGEN',
    de: 'Die Rechtsuhr „GEGEN“ steht nicht unter „clocks“. Tragen Sie sie dort ein.',
    en: 'The legal clock "GEGEN" is not listed under "clocks". Add it there.',
  },
  'unknown-phase': {
    from: 'when: { level: 3,',
    to: 'when: { level: 3, phases: [steer, ▲ende],',
    de: 'Die Phase „ende“ gibt es in diesem Playbook nicht.',
    en: 'There is no phase "ende" in this playbook.',
  },
  'unknown-promise': {
    from: 'serves: second-word',
    to: 'serves: ▲third-word',
    de: 'Die Zusage „third-word“ steht nicht unter „promises“.',
    en: 'The promise "third-word" is not listed under "promises".',
  },
  'not-a-decision': {
    from: '{ decision: S1, is: [stop] }',
    to: '{ decision: ▲S2, is: [stop] }',
    de: 'Der Schritt „S2“ ist keine Entscheidung; er hat keine Antworten.',
    en: 'The step "S2" is no decision; it has no options.',
  },
  'duplicate-id': {
    from: '- id: S4\n',
    to: '- id: ▲K1\n',
    de: 'Die Kennung „K1“ gibt es schon: part.yaml.',
    en: 'The id "K1" is taken: part.yaml.',
  },
  'phase-without-title': {
    from: '- id: steer\n    title: { de: Führen, en: Steer }\n',
    to: '- id: ▲steer\n',
    de: 'Die Phase „steer“ ist neu und braucht einen Titel.',
    en: 'The phase "steer" is new and needs a title.',
  },
  'choices-mismatch': {
    from: 'type: choice',
    to: 'type: ▲text',
    de: '„choices“ gehört zu „type: choice“, und nur dazu.',
    en: '"choices" belongs to "type: choice", and to nothing else.',
  },
  'input-in-two-types': {
    from: 'inputs:\n          - key: outcome',
    to: 'inputs:\n          - { key: fact, type: ▲link, label: { de: Tatsache, en: Fact } }\n          - key: outcome',
    de: 'Die Eingabe „fact“ hat hier eine andere Art als in Schritt „K1“.',
    en: 'The input "fact" is of another type here than in step "K1".',
  },
  'wind-upside-down': {
    from: 'wind: { from: 2, to: 4 }',
    to: 'wind: ▲{ from: 4, to: 2 }',
    de: 'Die Windstärke geht von 4 bis 2: „from“ muss die kleinere sein.',
    en: 'The wind goes from 4 to 2: "from" must be the lower one.',
  },
  'impact-upside-down': {
    from: 'impact: { from: A, to: B }',
    to: 'impact: ▲{ from: B, to: A }',
    de: 'Die Tragweite geht von B bis A: „from“ muss die geringere sein.',
    en: 'The impact goes from B to A: "from" must be the lesser one.',
  },
  'decision-without-options': {
    from: '- id: S2\n        kind: task',
    to: '- ▲id: S2\n        kind: decision',
    de: 'Eine Entscheidung braucht mindestens zwei Antworten unter „options“.',
    en: 'A decision needs at least two options.',
  },
  'approval-without-draft': {
    from: 'draft: K7\n',
    to: 'draft: ▲K1\n',
    file: 'part',
    de: 'Eine Freigabe braucht unter „draft“ den Entwurf, der freigegeben wird.',
    en: 'An approval needs a "draft": the draft step it approves.',
  },
  'gate-cycle': {
    from: '- id: S1\n        kind: decision\n        role: lead\n        due: 30\n        requires: [K1]',
    to: '- ▲id: S1\n        kind: decision\n        role: lead\n        due: 60\n        requires: [S2]',
    de: 'Diese Schritte warten im Kreis aufeinander: S1 → S2 → S1.',
    en: 'These steps wait for each other in a circle: S1 → S2 → S1.',
  },
  'due-cycle': {
    from: 'due: 2 h',
    to: 'due: ▲{ minutes: 5, after: S4 }',
    de: 'Die Fälligkeit von „S4“ hängt über andere Schritte von sich selbst ab.',
    en: 'The due time of "S4" depends on itself through other steps.',
  },
  'dead-branch': {
    from: 'due: { minutes: 30, after: S1 }',
    to: 'due: { minutes: 30, after: S1 }\n        requires: [{ decision: S1, is: [go] }]',
    de: 'Der Schritt „S2“ kann nie an die Reihe kommen: keine Antwort auf „S1“ lässt ihn zu.',
    en: 'The step "S2" can never come up: no answer to "S1" allows it.',
  },
  'due-before-gate': {
    from: 'due: 30\n        requires: [K1]',
    to: 'due: ▲4\n        requires: [K1]',
    de: '„S1“ ist nach 4 Minuten fällig, wartet aber auf „K1“ (fällig nach 5).',
    en: '"S1" is due after 4 minutes but waits for "K1" (due after 5).',
  },
  'due-after-promise': {
    from: 'due: 2 h',
    to: 'due: ▲5 h',
    de: '„S4“ ist nach 300 Minuten fällig, die Zusage „second-word“ gilt aber schon nach 240.',
    en: '"S4" is due after 300 minutes, but the promise "second-word" holds after 240.',
  },
  'approval-missing': {
    from: `approval:
  - from: { level: 3 }
    stages: [{ roles: [pr, legal], minutes: 15, deputyAfter: 8 }]
    publicWithin: 60
`,
    to: '',
    file: 'part',
    de: 'Es fehlt eine Freigabekette („approval“), hier oder in einem gemeinsamen Teil.',
    en: 'There is no approval chain ("approval"), neither here nor in a shared part.',
  },
  'quorum-beyond-roles': {
    from: 'roles: [pr, legal], minutes: 15',
    to: 'roles: [pr, legal], quorum: ▲3, minutes: 15',
    file: 'part',
    de: '„quorum“ verlangt 3 Freigaben, die Stufe nennt aber nur 2.',
    en: '"quorum" asks for 3 approvals, but the stage names only 2.',
  },
  'variable-unfilled': {
    from: "de: '{fact}, also {outcome}.', en: '{fact}, so {outcome}.'",
    to: "de: ▲'{Fact}, also {outcome}.', en: '{Fact}, so {outcome}.'",
    de: 'Die Variable „Fact“ füllt niemand: kein Schritt fragt sie ab. Meinten Sie {fact}?',
    en: 'Nobody fills the variable "Fact": no step asks for it. Did you mean {fact}?',
  },
  'variable-in-one-language': {
    from: "de: '{fact}, also {outcome}.', en: '{fact}, so {outcome}.'",
    to: "de: ▲'{fact}, also {outcome}.', en: '{fact}.'",
    de: 'Die Variable „outcome“ steht nur im Text auf Deutsch.',
    en: 'The variable "outcome" is in the German text only.',
  },
  'text-beyond-limit': {
    from: "en: 'We know: {fact}.'",
    to: `en: ▲'${'w'.repeat(216)} {fact} xxxx'`,
    file: 'part',
    de: 'Der Text auf Englisch kann 282 Zeichen lang werden; x erlaubt 280.',
    en: 'The English text can grow to 282 characters; x allows 280.',
  },
  'banned-wording': {
    from: "de: '{fact}, also {outcome}.', en: '{fact}, so {outcome}.'",
    to: "de: ▲'{fact}, ein Einzelfall, also {outcome}.', en: '{fact}, so {outcome}.'",
    de: '„Einzelfall“ ist hier gesperrt: Erst zählen.',
    en: '"Einzelfall" is banned here: Count first.',
  },
  'review-past': {
    from: 'reviewBy: 2027-06-30',
    to: 'reviewBy: ▲2026-11-28',
    de: 'Dieses Playbook war bis zum 2026-11-28 neu durchzusehen.',
    en: 'This playbook was due for review by 2026-11-28.',
  },
  'strategies-mixed': {
    from: 'strategies: [inform, adjust]',
    to: 'strategies: ▲[deny, rebuild]',
    de: 'Bestreiten („deny“) und wiedergutmachen („rebuild“) passen nicht zusammen.',
    en: 'To deny and to rebuild do not go together.',
  },
  'template-unused': {
    from: 'templates:\n  - id: long',
    to: 'templates:\n  - { id: ▲spare, channels: [press], title: { de: A, en: A }, body: { de: A, en: A } }\n  - id: long',
    de: 'Die Vorlage „spare“ benutzt kein Schritt.',
    en: 'No step uses the template "spare".',
  },
} satisfies Partial<Record<MistakeCode, Broken>>;
