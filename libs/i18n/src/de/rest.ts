import { approvals } from './approvals.js';
import { audit } from './audit.js';
import { backtest } from './backtest.js';
import { clocks } from './clocks.js';
import { drivers } from './drivers.js';
import { entry } from './entry.js';
import { executive } from './executive.js';
import { exits } from './exits.js';
import { incidents } from './incidents.js';
import { journal } from './journal.js';
import { mentions } from './mentions.js';
import { outlook } from './outlook.js';
import { mutes } from './mutes.js';
import { palette } from './palette.js';
import { peaks } from './peaks.js';
import { people } from './people.js';
import { playbooks } from './playbooks.js';
import { proof } from './proof.js';
import { query } from './query.js';
import { release } from './release.js';
import { report } from './report.js';
import { room } from './room.js';
import { sources } from './sources.js';
import { statements } from './statements.js';
import { steps } from './steps.js';
import { stop } from './stop.js';
import { tasks } from './tasks.js';
import { topics } from './topics.js';
import { wording } from './wording.js';

import type { rest as english } from '../en/rest.js';
import type { Texts } from '../texts.js';

/** What the other pages say: loaded with the first of them. */
export const rest: Texts<typeof english> = {
  approvals,
  audit,
  backtest,
  clocks,
  drivers,
  entry,
  executive,
  exits,
  incidents,
  journal,
  mentions,
  outlook,
  mutes,
  palette,
  peaks,
  people,
  proof,
  playbooks,
  query,
  release,
  report,
  room,
  sources,
  statements,
  steps,
  stop,
  tasks,
  topics,
  wording,
};
