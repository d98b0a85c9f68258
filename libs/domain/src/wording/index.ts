export * from './form-of-address.js';
export * from './house-wording-rule.js';
export { RECALL_HEADLINES } from './lint-form.js';
export * from './lint-statement.js';
export * from './next-update-of.js';
export { PHRASE_RULES, type PhraseRuleId } from './phrase-rules.js';
export * from './wording-draft.js';
export * from './wording-finding.js';
export * from './wording-severity.js';
