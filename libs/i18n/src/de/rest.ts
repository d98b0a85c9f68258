import { audit } from './audit.js';
import { entry } from './entry.js';
import { executive } from './executive.js';
import { mentions } from './mentions.js';
import { people } from './people.js';
import { query } from './query.js';
import { report } from './report.js';
import { sources } from './sources.js';
import { tasks } from './tasks.js';
import { topics } from './topics.js';

import type { rest as english } from '../en/rest.js';
import type { Texts } from '../texts.js';

/** What the other pages say: loaded with the first of them. */
export const rest: Texts<typeof english> = {
  audit,
  entry,
  executive,
  mentions,
  people,
  query,
  report,
  sources,
  tasks,
  topics,
};
