export * from './config-error.js';
export { keepSecret } from './kept-secret.js';
export * from './read-config.js';
export * from './setting.js';
export { LOG_LEVELS, SETTINGS, type Config, type LogLevel } from './settings.js';
