export { agreedWording, wordingHash } from './agreed-wording.js';
export * from './agreed-wording.repository.js';
export * from './wording-rule.repository.js';
