import { AgreeWordings1796007600000 } from './20261130-agree-wordings.js';
import { CountNegatives1795910400000 } from './20261129-count-negatives.js';
import { CreateHouse1795305600000 } from './20261122-create-house.js';
import { CreateIncidents1795953600000 } from './20261129-create-incidents.js';
import { HearTones1796018400000 } from './20261130-hear-tones.js';
import { LabelHistory1796027400000 } from './20261130-label-history.js';
import { NoteReadings1796011200000 } from './20261130-note-readings.js';
import { ProveIdentity1795993200000 } from './20261129-prove-identity.js';
import { TierSources1796036400000 } from './20261130-tier-sources.js';
import { TellAllClears1796000400000 } from './20261130-tell-all-clears.js';
import { GiveTopicsSensitivity1796001000000 } from './20261130-give-topics-sensitivity.js';
import { CreatePublishing1796004000000 } from './20261130-create-publishing.js';
import { SetMutes1796022000000 } from './20261130-set-mutes.js';
import { PlanPeaks1796036400000 } from './20261130-plan-peaks.js';
import { KeepMentionsQuiet1796050800000 } from './20261130-keep-mentions-quiet.js';
import { TellLoudMutes1796058000000 } from './20261130-tell-loud-mutes.js';
import { RestAfterAlarms1796043600000 } from './20261130-rest-after-alarms.js';
import { SetHeadStarts1796065200000 } from './20261130-set-head-starts.js';

/** In the order they run. A migration never changes after it landed; a mistake is put right by the next one. */
export const MIGRATIONS = [
  CreateHouse1795305600000,
  CountNegatives1795910400000,
  CreateIncidents1795953600000,
  ProveIdentity1795993200000,
  TellAllClears1796000400000,
  GiveTopicsSensitivity1796001000000,
  CreatePublishing1796004000000,
  AgreeWordings1796007600000,
  NoteReadings1796011200000,
  HearTones1796018400000,
  SetMutes1796022000000,
  LabelHistory1796027400000,
  TierSources1796036400000,
  PlanPeaks1796036400000,
  RestAfterAlarms1796043600000,
  KeepMentionsQuiet1796050800000,
  TellLoudMutes1796058000000,
  SetHeadStarts1796065200000,
];
