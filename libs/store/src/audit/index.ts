export * from './audit.repository.js';
