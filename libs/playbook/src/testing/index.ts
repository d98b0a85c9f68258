export * from './broken-playbooks.js';
export * from './sound-playbook.js';
