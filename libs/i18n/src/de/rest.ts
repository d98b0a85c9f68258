import { audit } from './audit.js';
import { entry } from './entry.js';
import { mentions } from './mentions.js';
import { people } from './people.js';
import { query } from './query.js';
import { sources } from './sources.js';
import { topics } from './topics.js';

import type { rest as english } from '../en/rest.js';
import type { Texts } from '../texts.js';

/** What the other pages say: loaded with the first of them. */
export const rest: Texts<typeof english> = {
  audit,
  entry,
  mentions,
  people,
  query,
  sources,
  topics,
};
