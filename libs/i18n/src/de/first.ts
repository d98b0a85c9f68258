import { alerts } from './alerts.js';
import { app } from './app.js';
import { board } from './board.js';
import { error } from './error.js';
import { names } from './names.js';

import type { first as english } from '../en/first.js';
import type { Texts } from '../texts.js';

/** What the first screen says: loaded before it, so kept short. */
export const first: Texts<typeof english> = { alerts, app, board, error, names };
