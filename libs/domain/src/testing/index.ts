export * from './an-evidence.js';
export * from './a-playbook.js';
export * from './an-incident.js';
