export * from './a-playbook.js';
export * from './an-evidence.js';
