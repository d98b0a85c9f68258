import {
  bannedWording,
  fillTemplate,
  OUTLET_LIMITS,
  outletLength,
  SYSTEM_VARIABLES,
  variablesOf,
  type StepInput,
} from '@sturmwarte/domain';
import { answersNeeded, type Answers } from '../answers-needed.js';
import type { Book } from '../book.js';
import { below, finding, type Finding } from '../finding.js';
import { UNKNOWN_TEXT } from '../mend.js';
import { toInput } from '../to-input.js';
import { toWordingRule } from '../to-wording-rule.js';

const LANGUAGES = ['de', 'en'] as const;
const NAMES = { de: ['Deutsch', 'German'], en: ['Englisch', 'English'] } as const;
type PlacedTemplate = Book['templates'][number];

/** The texts themselves: can they be filled, do they fit, do they say what must not be said? */
export function lintTemplates(book: Book): Finding[] {
  const longest = longestValues(book);
  const needed = answersNeeded(book);
  return book.templates.flatMap((template) => [
    ...unused(template, book),
    ...variables(template, longest),
    ...LANGUAGES.flatMap((language) => [
      ...beyondLimit(template, language, longest),
      ...banned(template, language, book, needed),
    ]),
  ]);
}

function unused({ raw, at }: PlacedTemplate, { steps }: Book): Finding[] {
  const used = steps.some(
    (step) => step.raw.kind === 'draft' && step.raw.templates.includes(raw.id),
  );
  return used ? [] : [finding('template-unused', below(at, 'id'), { value: raw.id })];
}

/** For each variable somebody fills, the longest value it can have. */
function longestValues({ steps }: Book): ReadonlyMap<string, string> {
  const longest = new Map<string, string>();
  for (const [name, length] of Object.entries(SYSTEM_VARIABLES))
    longest.set(name, 'm'.repeat(length));
  for (const input of steps.flatMap(({ raw }) => (raw.inputs ?? []).map(toInput))) {
    const value = longestValue(input);
    if (value.length > (longest.get(input.key)?.length ?? 0)) longest.set(input.key, value);
  }
  return longest;
}

function longestValue({ type, maxLength }: StepInput): string {
  const start = type === 'link' ? 'https://' : '';
  return start + 'm'.repeat(Math.max(1, maxLength - start.length));
}

function variables({ raw, at }: PlacedTemplate, longest: ReadonlyMap<string, string>): Finding[] {
  const { de, en } = raw.body;
  const inText = { de: new Set(variablesOf(de)), en: new Set(variablesOf(en)) };
  const incomplete = de === UNKNOWN_TEXT || en === UNKNOWN_TEXT;
  return LANGUAGES.flatMap((language) => {
    const here = below(at, 'body', language);
    const other = inText[language === 'de' ? 'en' : 'de'];
    const [name, nameEn] = NAMES[language];
    return [...inText[language]].flatMap((value) => {
      const found: Finding[] = [];
      if (!longest.has(value)) {
        const meant = [...longest.keys()].find((key) => key.toLowerCase() === value.toLowerCase());
        const hint = meant ? ` Meinten Sie {${meant}}?` : '';
        const hintEn = meant ? ` Did you mean {${meant}}?` : '';
        found.push(finding('variable-unfilled', here, { value, hint, hintEn }));
      }
      if (!other.has(value) && !incomplete) {
        const params = { value, language: name, languageEn: nameEn };
        found.push(finding('variable-in-one-language', here, params));
      }
      return found;
    });
  });
}

/** A text that was approved must fit whatever is filled in. */
function beyondLimit(
  { raw, at }: PlacedTemplate,
  language: 'de' | 'en',
  longest: ReadonlyMap<string, string>,
): Finding[] {
  const filled = fillTemplate(raw.body[language].trim(), Object.fromEntries(longest)).text;
  return raw.channels.flatMap((channel) => {
    const limit = OUTLET_LIMITS[channel];
    const length = outletLength(channel, filled);
    if (limit === null || length <= limit) return [];
    const [name, nameEn] = NAMES[language];
    const params = { language: name, languageEn: nameEn, length, channel, limit };
    return [finding('text-beyond-limit', below(at, 'body', language), params)];
  });
}

function banned(
  { raw, at }: PlacedTemplate,
  language: 'de' | 'en',
  { wording, steps }: Book,
  needed: ReadonlyMap<string, Answers>,
): Finding[] {
  const users = steps.filter(
    (step) => step.raw.kind === 'draft' && step.raw.templates.includes(raw.id),
  );
  const rules = wording
    .map((rule) => toWordingRule(rule.raw))
    // Whoever needs the template decided it before: there the words are free.
    .filter(({ until }) => {
      if (until === null || users.length === 0) return true;
      return !users.every((user) => {
        const options = needed.get(user.raw.id)?.get(until.decision);
        return options !== undefined && [...options].every((one) => until.options.includes(one));
      });
    });
  const stated = rules.map((rule) => ({ ...rule, until: null }));
  return bannedWording(raw.body[language], language, raw.channels, stated).map(({ rule, found }) =>
    finding('banned-wording', below(at, 'body', language), {
      found,
      why: rule.why.de,
      whyEn: rule.why.en,
    }),
  );
}
