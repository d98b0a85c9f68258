export * from './json-schema.js';
export * from './mistake.js';
export * from './read-playbooks.js';
