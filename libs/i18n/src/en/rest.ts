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

/** What the other pages say: loaded with the first of them. */
export const rest = {
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
} as const;
