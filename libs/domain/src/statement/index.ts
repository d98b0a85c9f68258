export * from './canonical-wording.js';
export * from './statement.js';
export * from './statement-command.js';
export * from './statement-event.js';
export * from './statement-refs.js';
