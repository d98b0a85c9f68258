import { alerts } from './alerts.js';
import { app } from './app.js';
import { board } from './board.js';
import { error } from './error.js';
import { names } from './names.js';

/** What the first screen says: loaded before it, so kept short. */
export const first = { alerts, app, board, error, names } as const;
