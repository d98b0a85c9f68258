/** Rules that look at the shape of a text rather than at phrases; each has its sentence in i18n. */
export const FORM_RULES = [
  'empty-text',
  'text-too-long',
  'over-limit',
  'open-variable',
  'unknown-variable',
  'placeholder-left',
  'recall-headline',
  'next-update-missing',
  'signature-missing',
  'other-language',
  'form-of-address',
  'mixed-address',
  'capitals',
  'exclamations',
  'critic-hashtag',
] as const;
export type FormRule = (typeof FORM_RULES)[number];
