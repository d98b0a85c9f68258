import type { BenchPart } from '../bench-part.js';
import { part as alert } from './alert.js';
import { part as duplicates } from './duplicates.js';
import { part as embedded } from './embedded.js';
import { part as firstScreen } from './first-screen.js';
import { part as firstStart } from './first-start.js';
import { part as growth } from './growth.js';
import { part as incident } from './incident.js';
import { part as intake } from './intake.js';
import { part as live } from './live.js';
import { part as naive } from './naive.js';
import { part as overload } from './overload.js';
import { part as publication } from './publication.js';
import { part as search } from './search.js';
import { part as secondLook } from './second-look.js';
import { part as single } from './single.js';
import { part as topics } from './topics.js';

/** In the order they run. */
export const PARTS: readonly BenchPart[] = [
  intake,
  naive,
  single,
  topics,
  duplicates,
  overload,
  search,
  secondLook,
  growth,
  embedded,
  live,
  incident,
  publication,
  alert,
  firstStart,
  firstScreen,
];
