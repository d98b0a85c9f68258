export type { Broken } from './broken.js';
export * from './broken-playbooks.js';
export * from './sound-playbook.js';
