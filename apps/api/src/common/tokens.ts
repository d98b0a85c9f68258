/** What every feature may ask for by name; provided once by `common.module.ts`. */
export const CONFIG = Symbol('Config');
export const DATABASE = Symbol('Database');
export const BUS = Symbol('Bus');
export const CLOCK = Symbol('Clock');
export const LOG = Symbol('Logger');
/** Where the console's build lies. */
export const CONSOLE_FOLDER = Symbol('ConsoleFolder');
/** Where the playbooks lie. */
export const PLAYBOOK_FOLDER = Symbol('PlaybookFolder');
