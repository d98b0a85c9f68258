import type { AnswerRef } from '../playbook/condition.js';
import type { OutletChannel } from '../playbook/outlet-channel.js';
import type { StatementPurpose } from '../statement/statement-refs.js';
import type { WordingSeverity } from './wording-severity.js';

/** Phrases that make a storm worse. How they are written: `phrase.ts`; what they mean to people: i18n. */
export interface PhraseRule {
  readonly severity: WordingSeverity;
  readonly de: readonly string[];
  readonly en: readonly string[];
  /** Where a phrase touches one of these, it is meant otherwise. */
  readonly except: readonly string[];
  /** "Kein Einzelfall" is fine; "zu keiner Zeit" is not, it is a denial by itself. */
  readonly fineWhenDenied: boolean;
  readonly purposes: readonly StatementPurpose[] | null;
  readonly channels: readonly OutletChannel[] | null;
  readonly until: AnswerRef | null;
}

const PUBLIC: readonly OutletChannel[] = [
  ...(['x', 'bluesky', 'mastodon', 'instagram', 'facebook', 'linkedin', 'website'] as const),
  'press',
];
const rule = (
  severity: WordingSeverity,
  de: string,
  en: string,
  more: Partial<PhraseRule> = {},
): PhraseRule => ({
  severity,
  de: de.split(';'),
  en: en.split(';'),
  except: [],
  fineWhenDenied: false,
  purposes: null,
  channels: null,
  until: null,
  ...more,
});

/** By id. A playbook's rule of the same id adds its phrases and may lift ours by a decision. */
export const PHRASE_RULES = {
  'conditional-apology': rule(
    'warn',
    'falls/wenn/sollte/sollten sich jemand/menschen/personen/einige/einzelne/manche … fühl*/gefühlt;' +
      'falls/wenn/sollte/sollten sich jemand/menschen/personen/einige/einzelne/manche … angegriffen/beleidigt/gekränkt/gestört;' +
      'falls/wenn/sollten wir jemanden/jemandem … verletzt/beleidigt/gekränkt/getreten;' +
      'falls/wenn/sollte/sollten … eindruck/gefühle … entstanden/erweckt/verletzt;' +
      'leid/entschuldig*/bedauer*/verzeih* … falls/wenn/sollte/sollten/sofern … jemand/jemanden/jemandem/eindruck/gefühle/fühl*/gefühlt;' +
      'alle/allen die sich … verletzt/angegriffen/beleidigt/gestört … fühl*/gefühlt',
    'if anyone/someone/anybody/somebody/people … offended/upset/insulted/felt/feels/feel/misled;' +
      'if we/this/it … offended/upset/insulted … anyone/someone/anybody/people/you;' +
      'sorry/apologise/apologize/apologies/regret … if … anyone/someone/any/anybody/offended/upset/offence/offense;' +
      'sorry if;to anyone/those who … felt/feel/feels/offended;sorry you/that … feel/felt',
    { except: ['sorry if you … waited/wait'] },
  ),
  'passive-admission': rule(
    'warn',
    'fehler wurden/sind … gemacht/passiert/unterlaufen/geschehen;' +
      'es wurden/sind/wurde/ist … fehler … gemacht/passiert/unterlaufen/geschehen;wurden/sind fehler gemacht/passiert/unterlaufen',
    'mistakes were made;errors were made;mistakes have been made;errors have been made;mistakes happen*',
    { fineWhenDenied: true },
  ),
  'blaming-readers': rule(
    'warn',
    'missverstanden;missverständlich*;missverständnis*;falsch verstanden;falsch aufgefasst;' +
      'aus dem zusammenhang gerissen;überempfindlich*;überinterpretiert',
    'misunderstood;misunderstanding*;misinterpreted;misconstrued;taken out of context;overreact*;oversensitive',
    {
      fineWhenDenied: true,
      except: ['wir haben … missverstanden/falsch', 'we misunderstood', 'we have misunderstood'],
    },
  ),
  'single-case': rule(
    'warn',
    'einzelfall*;einzelfäll*;vereinzelt*;ausnahmefall*;ausnahmefäll*;einmalig* vorfall/vorfalls/vorfälle/panne/fehler',
    'isolated incident*;isolated case*;isolated event*;one-off;single case;rare exception*',
    {
      fineWhenDenied: true,
      except: ['einzelfallprüfung*', 'einzelfallentscheidung*', 'im einzelfall'],
      until: { decision: 'PB01-single', options: ['single'] },
    },
  ),
  inconvenience: rule(
    'warn',
    'etwaig*/eventuell*/mögliche/möglichen unannehmlichkeit*/unmut/irritation*/ärger',
    'any inconvenience*;any offence;any offense;any upset;any distress',
  ),
  'public-compensation': rule(
    'warn',
    'gutschein*;entschädig*;wiedergutmachung*;kulanz*;rabatt*;geld zurück;preisnachlass*;schmerzensgeld*',
    'voucher*;compensat*;goodwill gesture*;goodwill payment*;discount*;money back;refund*',
    // A recall must say how people get their money back.
    { purposes: ['holding', 'reply'], channels: PUBLIC, fineWhenDenied: true },
  ),
  'user-error': rule(
    'warn',
    'fehlbedien*;bedienungsfehler*;anwenderfehler*;unsachgemäß*;nicht bestimmungsgemäß*;selbst schuld;' +
      'eigenverschulden*;eigene* verschulden;selbst zu verantworten;hätten … lesen müssen',
    'user error*;misuse*;misused;improper use;improperly used;own fault;their own fault;should have read;operator error*',
    { fineWhenDenied: true },
  ),
  'blaming-media': rule(
    'warn',
    'hetzkampagne*;schmutzkampagne*;hetzjagd;lügenpresse;medienkampagne*;kampagne gegen uns;sensationsgier*;' +
      'reißerisch*;*journalist*/reporter*/medien/presse/redaktion* … lüg*/gelogen/unseriös*/hetz*/falschmeldung*/verdreh*/skandalisier*',
    'smear campaign*;witch hunt*;fake news;sensationalist;campaign against us;biased report*;' +
      'journalist*/reporter*/media/press … lie/lied/lies/lying/twisted/distort*/irresponsibl*',
    { fineWhenDenied: true },
  ),
  belittling: rule(
    'warn',
    'shitstorm*;sogenannte/vermeintliche/angebliche kritik*/opfer/betroffene*;empörungswelle*;wutbürger*;hysteri*;' +
      'hater*;trolle/trollen;bots und trolle;künstliche aufregung;sturm im wasserglas',
    'shitstorm*;so-called critic*;so-called victim*;alleged victim*;outrage mob*;hysteria*;snowflake*;haters;trolls;storm in a teacup',
    { fineWhenDenied: true },
  ),
  minimising: rule(
    'hint',
    'lediglich;nur wenige;nur ein … kleiner/geringer teil;nur einzelne;bloß ein;halb so schlimm',
    'only a few;just a few;only a small;just a small;a mere;merely;a handful of',
    { fineWhenDenied: true },
  ),
  'unproven-denial': rule(
    'warn',
    'zu keinem zeitpunkt;zu keiner zeit;völlig haltlos*;entbehr* jeder/jeglicher grundlage;frei erfunden;' +
      'absolut sicher;hundertprozentig*;100 prozent sicher;garantiert nicht;völlig ausgeschlossen;besteht keine/keinerlei gefahr;unbedenklich',
    'at no time;completely unfounded;entirely unfounded;without any foundation;pure fiction;absolutely safe;perfectly safe;' +
      'completely safe;100 percent safe;100 per cent safe;no danger;no risk to;categorically deny',
  ),
  'no-data-lost': rule(
    'warn',
    'keine/keinerlei … daten/*daten/passwörter … betroffen/abgeflossen/gestohlen/entwendet/kompromittiert/verloren;' +
      'ihre/eure/deine daten sind sicher;nach aktuellem/derzeitigem kenntnisstand keine/keinerlei',
    'no/none … data/passwords … affected/stolen/lost/compromised/leaked/accessed;your data is safe;your data are safe;no evidence that',
    { except: ['ob keine/keinerlei … betroffen', 'whether no … affected'] },
  ),
  'legal-threat': rule(
    'warn',
    'rechtliche/juristische/anwaltliche schritte*;rechtlich vorgehen;rechtlich gegen;unsere anwält*;unser anwalt;' +
      'abmahn*;unterlassung*;strafanzeige*;strafrechtlich*;schadensersatz fordern;üble nachrede;verleumd*;zur rechenschaft;klage … einreichen',
    'legal action*;legal steps;legal proceedings;our lawyers;our attorneys;cease and desist;defamat*;libel*;slander*;prosecut*;we will sue;press charges',
    {
      fineWhenDenied: true,
      except: ['anzeige/strafanzeige … unbekannt', 'abmahnung … erhalten/bekommen'],
    },
  ),
  'no-comment': rule(
    'warn',
    'kein kommentar;keinen kommentar;kommentieren wir nicht;kommentier* … nicht;äußern … dazu … nicht;äußern uns nicht;keine stellungnahme;keine auskunft',
    'no comment;not comment;declined to comment;declines to comment;cannot comment;unable to comment',
    { except: ['äußern … nicht bevor/ehe', 'uns … sobald'] },
  ),
  'rules-first': rule(
    'hint',
    'laut/gemäß unseren/unserer agb/geschäftsbedingungen;wie bereits mitgeteilt/erwähnt/gesagt;sie hätten',
    'according to our terms;as per our terms;as already stated;as previously stated;you should have',
  ),
  // Art. 36 (2) of Regulation (EU) 2023/988: nothing in a recall notice may make the risk seem smaller.
  'recall-softeners': rule(
    'block',
    'freiwillig*;vorsorglich*;vorsorgemaßnahme*;vorsichtsmaßnahme*;vorsichtshalber;sicherheitshalber;im ermessen;nach ermessen;in seltenen/sehr/ganz … fällen/situationen;' +
      'in bestimmten/einzelnen/wenigen fällen/situationen;in ausnahmefällen;unter bestimmten/besonderen umständen;' +
      'kein*/bisher/bislang … unfälle/unfall/verletzten/verletzungen/vorfälle/schäden … bekannt/gemeldet;kulanz*;geringes/minimales/theoretisches risiko',
    'voluntar*;precaution*;discretion*;abundance of caution;in rare/certain/specific/limited/exceptional cases/situations/circumstances/instances;in very rare …  cases/situations;' +
      'no … accidents/injuries/incidents … reported/known;no reported/known accidents/injuries/incidents;no accidents;no injuries;low risk;minimal risk;theoretical risk',
    { purposes: ['recall'], fineWhenDenied: true, except: ['freiwillige* feuerwehr*'] },
  ),
} as const satisfies Readonly<Record<string, PhraseRule>>;
export type PhraseRuleId = keyof typeof PHRASE_RULES;
