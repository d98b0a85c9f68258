// The ways out of the house. Imported in one place only (`apps/api/src/publishing/leave.ts`): what decides whether
// something may leave must not be possible to pass by.
export * from './exit.js';
export * from './mail-exit.js';
export * from './sign-webhook.js';
export * from './webhook-exit.js';
