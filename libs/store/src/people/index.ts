export { type AccountLinkKind } from './account-link.entity.js';
export * from './account-link.repository.js';
export * from './person.repository.js';
export * from './proof.repository.js';
export * from './session.repository.js';
export * from './sign-in-attempt.repository.js';
