import { alerts } from './alerts.js';
import { app } from './app.js';
import { audit } from './audit.js';
import { board } from './board.js';
import { clocks } from './clocks.js';
import { entry } from './entry.js';
import { error } from './error.js';
import { incidents } from './incidents.js';
import { journal } from './journal.js';
import { mentions } from './mentions.js';
import { names } from './names.js';
import { people } from './people.js';
import { query } from './query.js';
import { room } from './room.js';
import { sources } from './sources.js';
import { steps } from './steps.js';
import { topics } from './topics.js';

import type { en } from '../en/index.js';
import type { Texts } from '../texts.js';

/** All German texts; a missing one does not compile. */
export const de: Texts<typeof en> = {
  alerts,
  app,
  audit,
  board,
  clocks,
  entry,
  error,
  incidents,
  journal,
  mentions,
  names,
  people,
  query,
  room,
  sources,
  steps,
  topics,
};
