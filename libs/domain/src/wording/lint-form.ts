import type { OutletChannel } from '../playbook/outlet-channel.js';
import { outletLength } from '../playbook/outlet-length.js';
import { OUTLET_LIMITS } from '../playbook/outlet-limit.js';
import { variablesOf } from '../playbook/variables-of.js';
import type { FormRule } from './form-rules.js';
import { nextUpdateOf } from './next-update-of.js';
import type { WordingContext, WordingDraft } from './wording-draft.js';
import type { WordingFinding } from './wording-finding.js';

type Found = Pick<WordingFinding, 'severity'> &
  Partial<WordingFinding> & { readonly rule: FormRule };

/** The headline a recall notice must carry in each language: Art. 36 (2) a of Regulation (EU) 2023/988. */
export const RECALL_HEADLINES = {
  de: 'Produktsicherheitsrückruf',
  en: 'Product safety recall',
} as const;

/** What a text must have, and what must not be left in it. */
export function lintForm(draft: WordingDraft, context: WordingContext): readonly WordingFinding[] {
  return [
    ...tooLongFor(draft),
    ...openVariables(draft, context),
    ...leftPlaceholders(draft),
    ...headlineMissing(draft),
    ...nextUpdateMissing(draft),
    ...signatureMissing(draft),
    ...otherLanguage(draft, context),
  ].map((found) => ({
    ...{ origin: 'shipped', start: null, end: null, params: {}, words: null },
    ...found,
  }));
}

function tooLongFor({ channel, text }: WordingDraft): Found[] {
  const limit = OUTLET_LIMITS[channel];
  if (limit === null) return [];
  const length = outletLength(channel, text);
  if (length <= limit) return [];
  const params = { channel, length, limit, over: length - limit };
  return [{ rule: 'over-limit', severity: 'block', params }];
}

function openVariables({ text }: WordingDraft, context: WordingContext): Found[] {
  const known = context.variables ?? [];
  return variablesOf(text).flatMap((name): Found[] => {
    const isKnown = known.includes(name);
    if (isKnown && context.asTemplate) return [];
    const start = text.indexOf(`{${name}}`);
    const end = start + name.length + 2;
    const rule = isKnown || !context.asTemplate ? 'open-variable' : 'unknown-variable';
    return [{ rule, severity: 'block', start, end, params: { name: name.slice(0, 60) } }];
  });
}

/** Left over from a template written by hand. A link in square brackets is none. */
const PLACEHOLDER =
  /\[[^\][\n]{1,40}\](?!\()|(?<![\p{L}\p{N}])(?:XX+|TODO|TBD|HH:MM|XX:XX)(?![\p{L}\p{N}])|<[\p{L} ]{2,30}>/gu;

function leftPlaceholders({ text }: WordingDraft): Found[] {
  return [...text.matchAll(PLACEHOLDER)].map(({ index, 0: found }) => ({
    ...{ rule: 'placeholder-left', severity: 'warn', start: index, end: index + found.length },
    params: { found },
  }));
}

const HEADLINED: readonly OutletChannel[] = ['website', 'press', 'letter'];

/** The notice itself must carry it; a short post that points to the notice should. */
function headlineMissing({ text, language, purpose, channel }: WordingDraft): Found[] {
  if (purpose !== 'recall' || channel === 'hotline' || channel === 'staff') return [];
  const headline = RECALL_HEADLINES[language];
  const first = text.trimStart().split('\n', 1)[0] ?? '';
  const plain = first.normalize('NFC').replaceAll('\u00AD', '').toLowerCase();
  if (plain.includes(headline.toLowerCase())) return [];
  const severity = HEADLINED.includes(channel) ? 'block' : 'warn';
  return [{ rule: 'recall-headline', severity, params: { headline } }];
}

function nextUpdateMissing({ text, purpose }: WordingDraft): Found[] {
  if (purpose !== 'holding' && purpose !== 'update') return [];
  return nextUpdateOf(text) ? [] : [{ rule: 'next-update-missing', severity: 'warn' }];
}

/** How readers see who speaks, by channel. The website's own address and a voice on the phone say it themselves. */
const SIGNATURES: Readonly<Partial<Record<OutletChannel, 'initials' | 'contact' | 'closing'>>> = {
  x: 'initials',
  bluesky: 'initials',
  mastodon: 'initials',
  instagram: 'initials',
  facebook: 'initials',
  linkedin: 'initials',
  press: 'contact',
  letter: 'closing',
};
const SIGNED = {
  initials: /\^(?:\p{L}{1,4}(?![\p{L}\p{N}])|\{initials\})/u,
  contact: /@[\p{L}\p{N}-]+\.|(?:\+|\b0)\d[\d /()-]{5,20}\d|\{pressContact\}/u,
  closing:
    /(?<!\p{L})(?:gr(?:ü|ue)(?:ß|ss)en?|gru(?:ß|ss)|regards|sincerely|faithfully|ihr team|your team)(?!\p{L})/iu,
} as const;
/** A signature stands at the end. */
const END_OF_TEXT = 400;

function signatureMissing({ text, channel }: WordingDraft): Found[] {
  const kind = SIGNATURES[channel];
  if (kind === undefined) return [];
  const end = text.normalize('NFC').slice(-END_OF_TEXT);
  if (SIGNED[kind].test(end)) return [];
  return [{ rule: 'signature-missing', severity: 'warn', params: { kind } }];
}

function otherLanguage({ language }: WordingDraft, { detectedLanguage }: WordingContext): Found[] {
  if (detectedLanguage == null || detectedLanguage === language) return [];
  const params = { language, detected: detectedLanguage };
  return [{ rule: 'other-language', severity: 'warn', params }];
}
