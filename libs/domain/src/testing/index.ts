export { after } from './after.js';
export * from './a-demo-playbook.js';
export * from './a-playbook.js';
export * from './an-evidence.js';
export * from './an-incident.js';
export * from './a-house.js';
export * from './release-oracle.js';
export type { TruthAboutPeople } from './release-story.js';
