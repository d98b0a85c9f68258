import type { Text } from '@sturmwarte/domain';
import type { MistakeCode, MistakeParams } from './mistake.js';

type Sentences = Readonly<Record<MistakeCode, Text>>;

// {name} is filled from the mistake's params. The reader is a person who writes texts, not code:
// say what is wrong and what to do.
const SENTENCES: Sentences = {
  'not-yaml': {
    de: 'Das ist kein gültiges YAML: {detail}',
    en: 'This is not valid YAML: {detail}',
  },
  'too-large': {
    de: 'Die Datei ist zu groß; erlaubt sind {max} Zeichen.',
    en: 'The file is too large; {max} characters are allowed.',
  },
  'duplicate-key': {
    de: 'Dieser Schlüssel kommt zweimal vor. Löschen Sie einen davon.',
    en: 'This key is there twice. Delete one of the two.',
  },
  'unquoted-comma': {
    de: 'Das Komma vor „{key}“ beendet hier den Text. Setzen Sie den ganzen Text in Anführungszeichen.',
    en: 'The comma before "{key}" ends the text here. Put the whole text in quotation marks.',
  },
  'unknown-key': {
    de: 'Den Schlüssel „{key}“ gibt es hier nicht.',
    en: 'There is no key "{key}" here.',
  },
  'missing-key': { de: 'Hier fehlt „{key}“.', en: '"{key}" is missing here.' },
  'wrong-type': {
    de: '„{key}“ muss {expected} sein.',
    en: '"{key}" must be {expectedEn}.',
  },
  'wrong-value': {
    de: '„{value}“ geht hier nicht. Möglich: {allowed}.',
    en: '"{value}" is not possible here. Possible: {allowed}.',
  },
  'too-long': {
    de: '„{key}“ ist zu lang: höchstens {max}.',
    en: '"{key}" is too long: {max} at most.',
  },
  'too-short': {
    de: '„{key}“ ist zu kurz: mindestens {min}.',
    en: '"{key}" is too short: {min} at least.',
  },
  'bad-id': {
    de: 'Die Kennung „{value}“ geht nicht: Buchstaben, Ziffern und Bindestriche, am Anfang ein Buchstabe.',
    en: 'The id "{value}" is not possible: letters, digits and hyphens, beginning with a letter.',
  },
  'bad-key': {
    de: '„{value}“ geht nicht als Name einer Variablen: Buchstaben und Ziffern, am Anfang ein kleiner Buchstabe.',
    en: '"{value}" cannot be the name of a variable: letters and digits, beginning with a small letter.',
  },
  'bad-date': {
    de: '„{value}“ ist kein Datum. Schreiben Sie JJJJ-MM-TT.',
    en: '"{value}" is no date. Write YYYY-MM-DD.',
  },
  'bad-duration': {
    de: 'Das ist keine Zeitspanne. Schreiben Sie Minuten als Zahl oder „15 min“, „4 h“, „10 d“.',
    en: 'This is no span of time. Write minutes as a number, or "15 min", "4 h", "10 d".',
  },
  'bad-gate': {
    de: 'Hier steht ein Schritt, eine Liste von Schritten oder {decision: …, is: [ … ]}.',
    en: 'This takes a step, a list of steps, or {decision: …, is: [ … ]}.',
  },
  'wrong-level': {
    de: '„{value}“ ist keine Windstärke. Möglich sind 0 bis 6.',
    en: '"{value}" is no wind level. Possible are 0 to 6.',
  },
  'version-not-number': {
    de: 'Die Version muss eine ganze Zahl ab 1 sein, nicht „{value}“.',
    en: 'The version must be a whole number from 1 on, not "{value}".',
  },
  'missing-language': {
    de: 'Der Text fehlt auf {language}.',
    en: 'The {languageEn} text is missing.',
  },
  'text-in-one-language': {
    de: 'Texte stehen in beiden Sprachen da: {de: …, en: …}.',
    en: 'Texts are given in both languages: {de: …, en: …}.',
  },
  'unknown-role': {
    de: 'Die Rolle „{value}“ gibt es nicht. {hint}Möglich: {allowed}.',
    en: 'There is no role "{value}". {hintEn}Possible: {allowed}.',
  },
  'unknown-include': {
    de: 'Den gemeinsamen Teil „{value}“ gibt es nicht oder er hat Fehler.',
    en: 'There is no shared part "{value}", or it has mistakes.',
  },
  'unknown-step': {
    de: 'Den Schritt „{value}“ gibt es in diesem Playbook nicht.',
    en: 'There is no step "{value}" in this playbook.',
  },
  'unknown-option': {
    de: 'Die Entscheidung „{decision}“ kennt keine Antwort „{value}“. Möglich: {allowed}.',
    en: 'The decision "{decision}" has no option "{value}". Possible: {allowed}.',
  },
  'unknown-template': {
    de: 'Die Vorlage „{value}“ gibt es in diesem Playbook nicht.',
    en: 'There is no template "{value}" in this playbook.',
  },
  'unknown-clock': {
    de: 'Die Rechtsuhr „{value}“ gibt es nicht. Möglich: {allowed}.',
    en: 'There is no legal clock "{value}". Possible: {allowed}.',
  },
  'clock-not-listed': {
    de: 'Die Rechtsuhr „{value}“ steht nicht unter „clocks“. Tragen Sie sie dort ein.',
    en: 'The legal clock "{value}" is not listed under "clocks". Add it there.',
  },
  'unknown-phase': {
    de: 'Die Phase „{value}“ gibt es in diesem Playbook nicht.',
    en: 'There is no phase "{value}" in this playbook.',
  },
  'unknown-promise': {
    de: 'Die Zusage „{value}“ steht nicht unter „promises“.',
    en: 'The promise "{value}" is not listed under "promises".',
  },
  'not-a-decision': {
    de: 'Der Schritt „{value}“ ist keine Entscheidung; er hat keine Antworten.',
    en: 'The step "{value}" is no decision; it has no options.',
  },
  'duplicate-id': {
    de: 'Die Kennung „{value}“ gibt es schon: {first}.',
    en: 'The id "{value}" is taken: {first}.',
  },
  'phase-without-title': {
    de: 'Die Phase „{value}“ ist neu und braucht einen Titel.',
    en: 'The phase "{value}" is new and needs a title.',
  },
  'choices-mismatch': {
    de: '„choices“ gehört zu „type: choice“, und nur dazu.',
    en: '"choices" belongs to "type: choice", and to nothing else.',
  },
  'wind-upside-down': {
    de: 'Die Windstärke geht von {from} bis {to}: „from“ muss die kleinere sein.',
    en: 'The wind goes from {from} to {to}: "from" must be the lower one.',
  },
  'impact-upside-down': {
    de: 'Die Tragweite geht von {from} bis {to}: „from“ muss die geringere sein.',
    en: 'The impact goes from {from} to {to}: "from" must be the lesser one.',
  },
  'decision-without-options': {
    de: 'Eine Entscheidung braucht mindestens zwei Antworten unter „options“.',
    en: 'A decision needs at least two options.',
  },
  'approval-without-draft': {
    de: 'Eine Freigabe braucht unter „draft“ den Entwurf, der freigegeben wird.',
    en: 'An approval needs a "draft": the draft step it approves.',
  },
  'gate-cycle': {
    de: 'Diese Schritte warten im Kreis aufeinander: {path}.',
    en: 'These steps wait for each other in a circle: {path}.',
  },
  'due-cycle': {
    de: 'Die Fälligkeit von „{value}“ hängt über andere Schritte von sich selbst ab.',
    en: 'The due time of "{value}" depends on itself through other steps.',
  },
  'dead-branch': {
    de: 'Der Schritt „{value}“ kann nie an die Reihe kommen: {reason}.',
    en: 'The step "{value}" can never come up: {reasonEn}.',
  },
  'due-before-gate': {
    de: '„{value}“ ist nach {minutes} Minuten fällig, wartet aber auf „{gate}“ (fällig nach {gateMinutes}).',
    en: '"{value}" is due after {minutes} minutes but waits for "{gate}" (due after {gateMinutes}).',
  },
  'due-after-promise': {
    de: '„{value}“ ist nach {minutes} Minuten fällig, die Zusage „{promise}“ gilt aber schon nach {within}.',
    en: '"{value}" is due after {minutes} minutes, but the promise "{promise}" holds after {within}.',
  },
  'approval-missing': {
    de: 'Es fehlt eine Freigabekette („approval“), hier oder in einem gemeinsamen Teil.',
    en: 'There is no approval chain ("approval"), neither here nor in a shared part.',
  },
  'quorum-beyond-roles': {
    de: '„quorum“ verlangt {value} Freigaben, die Stufe nennt aber nur {roles}.',
    en: '"quorum" asks for {value} approvals, but the stage names only {roles}.',
  },
  'variable-unfilled': {
    de: 'Die Variable „{value}“ füllt niemand: kein Schritt fragt sie ab.{hint}',
    en: 'Nobody fills the variable "{value}": no step asks for it.{hintEn}',
  },
  'variable-in-one-language': {
    de: 'Die Variable „{value}“ steht nur im Text auf {language}.',
    en: 'The variable "{value}" is in the {languageEn} text only.',
  },
  'text-beyond-limit': {
    de: 'Der Text auf {language} kann {length} Zeichen lang werden; {channel} erlaubt {limit}.',
    en: 'The {languageEn} text can grow to {length} characters; {channel} allows {limit}.',
  },
  'banned-wording': {
    de: '„{found}“ ist hier gesperrt: {why}',
    en: '"{found}" is banned here: {whyEn}',
  },
  'review-past': {
    de: 'Dieses Playbook war bis zum {date} neu durchzusehen.',
    en: 'This playbook was due for review by {date}.',
  },
  'strategies-mixed': {
    de: 'Bestreiten („deny“) und wiedergutmachen („rebuild“) passen nicht zusammen.',
    en: 'To deny and to rebuild do not go together.',
  },
  'template-unused': {
    de: 'Die Vorlage „{value}“ benutzt kein Schritt.',
    en: 'No step uses the template "{value}".',
  },
  'input-in-two-types': {
    de: 'Die Eingabe „{value}“ hat hier eine andere Art als in Schritt „{step}“.',
    en: 'The input "{value}" is of another type here than in step "{step}".',
  },
};

/** What is wrong, told to a person, in both languages. */
export function mistakeSentence(code: MistakeCode, params: MistakeParams): Text {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (braces, name: string) =>
      Object.hasOwn(params, name) ? String(params[name]) : braces,
    );
  return { de: fill(SENTENCES[code].de), en: fill(SENTENCES[code].en) };
}
