export * from './brand.repository.js';
