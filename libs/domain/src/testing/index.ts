export * from './an-evidence.js';
