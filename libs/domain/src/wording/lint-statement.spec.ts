import { describe, expect, it } from '@jest/globals';
import type { HouseWordingRule } from './house-wording-rule.js';
import { lintStatement, MAX_WORDING_LENGTH } from './lint-statement.js';
import type { WordingContext, WordingDraft } from './wording-draft.js';

const GOOD_DE =
  'Wir haben die Hinweise zum Akku gesehen und nehmen sie ernst. Gesichert ist: Zwei Geräte wurden heiß. ' +
  'Noch offen ist: die Ursache. Nächste Information um 15:00 Uhr: https://nordlicht.example/stand ^MK';
const GOOD_EN =
  'We have seen the reports about the battery and take them seriously. What we know: two devices got hot. ' +
  'What we do not know yet: the cause. Next update at 3 pm: https://nordlicht.example/en ^MK';

function lint(text: string, draft: Partial<WordingDraft> = {}, context: WordingContext = {}) {
  return lintStatement(
    { text, channel: 'staff', language: 'de', purpose: 'reply', ...draft },
    context,
  );
}
const rules = (...args: Parameters<typeof lint>) => lint(...args).map(({ rule }) => rule);
const found = (...args: Parameters<typeof lint>) =>
  lint(...args).flatMap(({ start, end, severity }) =>
    start === null || end === null ? [] : [`${severity}: ${args[0].slice(start, end)}`],
  );

describe('a PR manager who writes as she should', () => {
  it.each([
    ['de', GOOD_DE],
    ['en', GOOD_EN],
  ] as const)('hears nothing (%s)', (language, text) => {
    const draft = { channel: 'x', language, purpose: 'holding' } as const;
    expect(lint(text, draft, { address: 'sie', detectedLanguage: language })).toEqual([]);
  });
  it.each([
    'Das ist kein Einzelfall.',
    'Es handelt sich nicht um einen bedauerlichen Einzelfall.',
    'Ein Einzelfall war das leider nicht.',
    'Das klären wir im Einzelfall.',
    'Falls sich jemand verletzt hat, rufen Sie bitte 0800 123456 an.',
    'Wir haben Sie missverstanden, das war unser Fehler.',
    'Wir haben Fehler gemacht.',
    'Ob Daten betroffen sind, prüfen wir.',
    'Wir haben Strafanzeige gegen unbekannt erstattet.',
    'Zu Ursachen äußern wir uns, sobald die Prüfung abgeschlossen ist, nicht vorher.',
    'Wir entschuldigen uns und melden uns, wenn wir mehr wissen.',
    'Der Bericht der Journalistin war richtig.',
  ])('may say "%s"', (text) => {
    expect(lint(text)).toEqual([]);
  });
  it.each([
    'This is not an isolated incident.',
    'If anyone was hurt, please call 112.',
    'We misunderstood what you asked for.',
    'We are sorry. If you need help, call us.',
    'We made mistakes.',
  ])('may say "%s"', (text) => {
    expect(lint(text, { language: 'en' })).toEqual([]);
  });
});

describe('a tired author', () => {
  it.each([
    ['Falls sich jemand angegriffen fühlt, tut uns das leid.', 'conditional-apology'],
    ['Wir bedauern, falls dadurch der Eindruck entstanden ist.', 'conditional-apology'],
    ['Allen, die sich verletzt fühlen: Verzeihung.', 'conditional-apology'],
    ['Es wurden leider Fehler gemacht.', 'passive-admission'],
    ['Unser Spot wurde missverstanden.', 'blaming-readers'],
    ['Das ist ein bedauerlicher Einzelfall.', 'single-case'],
    ['Es sind nicht mehr als Einzelfälle.', 'single-case'],
    ['Ein Einzelfall, der nicht passieren darf.', 'single-case'],
    ['Etwaige Unannehmlichkeiten bitten wir zu entschuldigen.', 'inconvenience'],
    ['Das lag an einer Fehlbedienung.', 'user-error'],
    ['Die Journalisten haben gelogen und verdreht, was wir sagten.', 'blaming-media'],
    ['Wir sehen hier einen Shitstorm.', 'belittling'],
    ['Zu keiner Zeit bestand Gefahr.', 'unproven-denial'],
    ['Es sind keine Kundendaten abgeflossen.', 'no-data-lost'],
    ['Wir behalten uns rechtliche Schritte vor.', 'legal-threat'],
    ['Kein Kommentar.', 'no-comment'],
    ['Betroffen ist nur ein sehr kleiner Teil.', 'minimising'],
    ['Laut unseren AGB geht das nicht.', 'rules-first'],
  ])('is told of "%s"', (text, rule) => {
    expect(rules(text)).toEqual([rule]);
  });
  it.each([
    ['If anyone was offended, we are sorry.', 'conditional-apology'],
    ['We apologise to our customers if anyone felt hurt.', 'conditional-apology'],
    ['Mistakes were made.', 'passive-admission'],
    ['Our ad was taken out of context.', 'blaming-readers'],
    ['This was an isolated incident.', 'single-case'],
    ['It is no more than an isolated case.', 'single-case'],
    ['We apologise for any inconvenience.', 'inconvenience'],
    ['Cases of misuse are known.', 'user-error'],
    ['This is a smear campaign.', 'blaming-media'],
    ['At no time was anyone at risk.', 'unproven-denial'],
    ['No customer data was stolen.', 'no-data-lost'],
    ['We will take legal action.', 'legal-threat'],
    ['We do not comment on rumours.', 'no-comment'],
  ])('is told of "%s"', (text, rule) => {
    expect(rules(text, { language: 'en' })).toEqual([rule]);
  });
  it('is shown the very words, however they are spelt', () => {
    expect(found('Ein EINZELfall.')).toEqual(['warn: EINZELfall']);
    expect(found('Zwei Einzelfa\u0308lle.')).toEqual(['warn: Einzelfa\u0308lle']);
    expect(found('Zwei Einzelfaelle.')).toEqual(['warn: Einzelfaelle']);
    expect(found('😀 Ein Einzel\u00ADfall.')).toEqual(['warn: Einzel\u00ADfall']);
    expect(found('Ein Ｅinzelfall.')).toEqual(['warn: Ｅinzelfall']);
    expect(found('zu keiner\nZeit')).toEqual(['warn: zu keiner\nZeit']);
  });
  it('is left in peace across a full stop', () => {
    expect(rules('Die Werte liegen zu. Keiner Zeit sei Dank.')).toEqual([]);
  });
  it('names a word in quotation marks and gets a hint, but a spokesperson who uses it a warning', () => {
    expect(found('Das Wort „Einzelfall“ war falsch.')).toEqual(['hint: Einzelfall']);
    expect(found('„Das war leider ein Einzelfall“, sagte unser Sprecher.')).toEqual([
      'warn: Einzelfall',
    ]);
  });
  it('shouts and is asked to lower the voice', () => {
    expect(rules('Wir sind da!!')).toEqual(['exclamations']);
    expect(found('Danke! Wirklich!')).toEqual(['hint: !']);
    expect(rules('Danke!')).toEqual([]);
    expect(found('Das ist ABSOLUT WICHTIG für uns.')).toEqual(['hint: ABSOLUT WICHTIG']);
    expect(rules('Die DSGVO und die BaFin.')).toEqual([]);
  });
  it('repeats the hashtag of the critics and is told', () => {
    const context = { criticHashtags: ['#NordlichtAus'] };
    expect(found('Zu #nordlichtaus: wir prüfen.', {}, context)).toEqual(['warn: #nordlichtaus']);
    expect(rules('Zu #nordlicht: wir prüfen.', {}, context)).toEqual([]);
  });
});

describe('an author of a first response', () => {
  const holding = { channel: 'facebook', purpose: 'holding' } as const;
  const whole = 'Nächste Information um 15 Uhr. ^MK';
  it('offers no money in public', () => {
    expect(rules(`Alle erhalten einen Gutschein. ${whole}`, holding)).toEqual([
      'public-compensation',
    ]);
    expect(rules('Alle erhalten einen Gutschein.', { ...holding, channel: 'hotline' })).toEqual([
      'next-update-missing',
    ]);
  });
  it('says when there will be news; the time of writing is none', () => {
    expect(rules('Stand: 14:00 Uhr. Wir prüfen. ^MK', holding)).toEqual(['next-update-missing']);
    expect(rules(`Stand: 14:00 Uhr. ${whole}`, holding)).toEqual([]);
    expect(rules('Wir prüfen. ^MK', { ...holding, purpose: 'closing' })).toEqual([]);
  });
  it.each([
    ['x', 'Kurz. ^MK', 'Kurz.'],
    ['press', 'Kontakt: presse@nordlicht.example', 'Kontakt: die Pressestelle'],
    ['press', 'Kontakt: +49 40 123456', 'Kontakt: 1'],
    ['letter', 'Mit freundlichen Grüßen\nMeier', 'Bis dann\nMeier'],
  ] as const)('signs for %s as its readers expect', (channel, signed, unsigned) => {
    expect(rules(signed, { channel })).toEqual([]);
    expect(rules(unsigned, { channel })).toEqual(['signature-missing']);
  });
  it('stays within what the channel takes', () => {
    const [finding] = lint(`${'a'.repeat(280)} ^MK`, { channel: 'x' });
    expect(finding).toMatchObject({
      ...{ rule: 'over-limit', severity: 'block', start: null },
      params: { length: 284, limit: 280, over: 4 },
    });
  });
  it('fills in every variable, and in a template only known ones stay', () => {
    const variables = ['fact'];
    expect(found('Gesichert: {fact}, {fact}', {}, { variables })).toEqual(['block: {fact}']);
    expect(rules('Gesichert: {fact}', {}, { variables, asTemplate: true })).toEqual([]);
    expect(rules('Gesichert: {fakt}', {}, { variables, asTemplate: true })).toEqual([
      'unknown-variable',
    ]);
    expect(found('Zu [Produkt], um XX Uhr')).toEqual(['warn: [Produkt]', 'warn: XX']);
    expect(rules('Siehe [Stand](https://a.example).')).toEqual([]);
  });
});

describe('an author of a recall notice', () => {
  const recall = { channel: 'website', purpose: 'recall' } as const;
  it('must carry the headline', () => {
    const missing = lint('Wichtiger Hinweis\nBitte nicht benutzen.', recall);
    expect(missing).toMatchObject([{ rule: 'recall-headline', severity: 'block' }]);
    expect(rules('PRODUKTSICHERHEITSRÜCKRUF\nBitte nicht benutzen.', recall)).toEqual([]);
    const english = { ...recall, language: 'en' } as const;
    expect(rules('Product safety recall: kettle\nStop using it.', english)).toEqual([]);
    expect(rules('Stop using it. Product safety recall', english)).toEqual([]);
    expect(rules('Stop using it.\nProduct safety recall', english)).toEqual(['recall-headline']);
  });
  it.each([
    'Wir rufen vorsorglich zurück.',
    'Der freiwillige Rückruf gilt ab heute.',
    'In seltenen Fällen wird der Akku heiß.',
    'Es wurden bisher keine Unfälle gemeldet.',
  ])('must not make the risk smaller: "%s"', (text) => {
    const findings = lint(`Produktsicherheitsrückruf\n${text}`, recall);
    expect(findings).toMatchObject([{ rule: 'recall-softeners', severity: 'block' }]);
  });
  it('may speak of the fire brigade and of a recall that is not voluntary', () => {
    const text =
      'Produktsicherheitsrückruf\nDie Freiwillige Feuerwehr half. Er ist nicht freiwillig.';
    expect(rules(text, recall)).toEqual([]);
  });
  it('says how people get their money back', () => {
    expect(
      rules('Product safety recall\nYou get a refund.', { ...recall, language: 'en' }),
    ).toEqual([]);
  });
});

describe('a house with its own rules', () => {
  it('speaks one way to its readers', () => {
    const mixed = 'Wir helfen Ihnen und dir. Schreiben Sie uns, wir antworten Ihnen.';
    expect(found(mixed)).toEqual(['warn: dir']);
    expect(found('Wir helfen dir.', {}, { address: 'sie' })).toEqual(['warn: dir']);
    expect(found('Wir helfen Ihnen.', {}, { address: 'du' })).toEqual(['warn: Ihnen']);
    expect(
      rules('Die Geräte sind sicher verpackt. Sie kommen morgen.', {}, { address: 'du' }),
    ).toEqual([]);
    expect(
      rules('Ein Kunde fragte: „Könnt ihr euch das vorstellen?“', {}, { address: 'sie' }),
    ).toEqual([]);
  });
  it('is told when a text is in another language than it says', () => {
    expect(rules('We are checking.', {}, { detectedLanguage: 'en' })).toEqual(['other-language']);
  });
  it('bans its own words, says why, and its strictest rule speaks', () => {
    const houseRules: HouseWordingRule[] = [
      {
        id: 'h1',
        brandId: null,
        de: ['Kund* der Zukunft', 'Einzelfall'],
        en: [],
        why: { de: 'Sagt nichts.', en: 'Says nothing.' },
        better: null,
        severity: 'block',
        channels: null,
      },
    ];
    const findings = lint('Kunden der Zukunft sind kein Einzelfall.', {}, { houseRules });
    expect(findings).toMatchObject([
      { rule: 'h1', origin: 'house', severity: 'block', words: { why: { en: 'Says nothing.' } } },
      { rule: 'h1', origin: 'house', severity: 'block' },
    ]);
  });
  it('may say "Einzelfall" once its playbook has decided so', () => {
    const text = 'Ein Einzelfall.';
    expect(rules(text, {}, { answers: { 'PB01-single': 'pattern' } })).toEqual(['single-case']);
    expect(rules(text, {}, { answers: { 'PB01-single': 'single' } })).toEqual([]);
    const own = {
      ...{ id: 'single-case', de: ['Einzelstück*'], en: [], why: { de: 'Zählen.', en: 'Count.' } },
      ...{ channels: null, until: { decision: 'count', options: ['one'] } },
    };
    expect(lint('Ein Einzelstück.', {}, { playbookRules: [own] })).toMatchObject([
      { rule: 'single-case', origin: 'playbook', severity: 'warn' },
    ]);
    expect(rules('Kein Einzelstück.', {}, { playbookRules: [own] })).toEqual([]);
    expect(rules(text, {}, { playbookRules: [own], answers: { count: 'one' } })).toEqual([]);
  });
});

describe('a text made to slow us down', () => {
  it.each([
    'a'.repeat(20_000),
    '{'.repeat(20_000),
    '['.repeat(20_000),
    '?'.repeat(20_000),
    '"x'.repeat(10_000),
    'falls sich jemand '.repeat(1_200),
    'leid falls '.repeat(1_900),
    'Einzelfall '.repeat(1_900),
    'a.'.repeat(10_000),
    '1:'.repeat(10_000),
    '\u00AD'.repeat(20_000),
    "a'".repeat(10_000),
    ' '.repeat(19_999) + 'a',
  ])('is read at once (%#)', (text) => {
    const before = performance.now();
    lint(text, { channel: 'x', purpose: 'holding' });
    expect(performance.now() - before).toBeLessThan(1_500);
  });
  it('is refused beyond 20,000 characters, and empty', () => {
    const [first] = lint('a '.repeat(MAX_WORDING_LENGTH));
    expect(first).toMatchObject({ rule: 'text-too-long', severity: 'block' });
    expect(rules(' \n')).toEqual(['empty-text']);
  });
});
