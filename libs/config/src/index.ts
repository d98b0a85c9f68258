export * from './config-error.js';
export * from './read-config.js';
export * from './setting.js';
export { LOG_LEVELS, SETTINGS, type Config, type LogLevel } from './settings.js';
