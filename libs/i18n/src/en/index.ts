import { alerts } from './alerts.js';
import { app } from './app.js';
import { audit } from './audit.js';
import { board } from './board.js';
import { entry } from './entry.js';
import { error } from './error.js';
import { mentions } from './mentions.js';
import { names } from './names.js';
import { people } from './people.js';
import { query } from './query.js';
import { sources } from './sources.js';
import { topics } from './topics.js';

/** All English texts, one namespace per noun. German follows this shape. */
export const en = {
  alerts,
  app,
  audit,
  board,
  entry,
  error,
  mentions,
  names,
  people,
  query,
  sources,
  topics,
} as const;
