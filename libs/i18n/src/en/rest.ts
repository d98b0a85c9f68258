import { audit } from './audit.js';
import { entry } from './entry.js';
import { mentions } from './mentions.js';
import { people } from './people.js';
import { query } from './query.js';
import { sources } from './sources.js';
import { topics } from './topics.js';

/** What the other pages say: loaded with the first of them. */
export const rest = { audit, entry, mentions, people, query, sources, topics } as const;
