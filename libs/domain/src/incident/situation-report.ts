import { attentionOf, type Attention } from '../clocks/attention-of.js';
import type { LegalClockId } from '../clocks/legal-clock-id.js';
import { stateOf, type ClockStateKind } from '../clocks/state-of.js';
import { CRISIS_ROLES, type CrisisRole } from '../crisis-role.js';
import type { Impact } from '../impact.js';
import type { Level, Trend } from '../level.js';
import type { Channel } from '../mention.js';
import type { Playbook } from '../playbook/playbook.js';
import type { OutletChannel } from '../playbook/outlet-channel.js';
import { clocksOf } from './clocks-of.js';
import { levelInForce, type Claim, type Incident, type IncidentState } from './incident.js';
import type { LedgerStanding } from './incident-event.js';
import type { MediaVoice } from './media-echo.js';
import { nextStatus, type NextStatus } from './next-status.js';
import { channelsOf } from './plan-of-run.js';
import { reportedDecisions, type ReportedDecision } from './reported-decisions.js';
import { publicWords } from './public-words.js';

export interface ReportedClaim {
  readonly text: string;
  readonly source: string | null;
}

/** Something the public has heard from us. */
export interface ReportedWord {
  readonly at: string;
  /** Of the first response. */
  readonly channel: string | null;
  /** What was promised and has been kept. */
  readonly text: string | null;
  readonly proof: string;
  /** Of a publication: where it stands. */
  readonly published?: {
    readonly channel: OutletChannel;
    readonly exit: string;
    readonly link: string | null;
    /** False: handed over, and nobody knows. */
    readonly isKnown: boolean;
    readonly isCorrection: boolean;
    readonly isCorrected: boolean;
  };
}

/** One stage of a legal duty. */
export interface ReportedDuty {
  readonly clock: LegalClockId;
  readonly stage: string | null;
  readonly state: ClockStateKind;
  readonly attention: Attention;
  /** Since when it stands or runs, ms. */
  readonly sinceMs: number;
  /** Null: without undue delay, or it does not run. */
  readonly dueMs: number | null;
  readonly doneMs: number | null;
}

/** What the executives' page and the situation report say, as facts; the words are the reader's. */
export interface SituationReport {
  readonly number: string;
  readonly title: string;
  readonly state: IncidentState;
  /** Number of the journal's newest entry: what this was folded from. */
  readonly version: number;
  readonly atMs: number;
  readonly t0: string;
  readonly level: Level;
  readonly automatic: Level;
  /** Why a person set another level than the alerts say. */
  readonly overridden: string | null;
  readonly trend: Trend;
  readonly since: string;
  readonly peak: Level;
  readonly impact: Impact | null;
  readonly topics: readonly string[];
  readonly channels: readonly Channel[];
  readonly media: readonly MediaVoice[];
  readonly status: {
    readonly summary: string;
    readonly at: string;
    readonly by: string | null;
  } | null;
  readonly nextStatus: NextStatus | null;
  readonly facts: readonly ReportedClaim[];
  readonly assumptions: readonly ReportedClaim[];
  readonly open: readonly ReportedClaim[];
  readonly doing: readonly string[];
  readonly said: readonly ReportedWord[];
  readonly promises: readonly {
    readonly due: string;
    readonly text: string;
    readonly overdue: boolean;
  }[];
  readonly duties: readonly ReportedDuty[];
  readonly decisions: readonly ReportedDecision[];
  readonly team: readonly {
    readonly role: CrisisRole;
    readonly person: string;
    readonly deputy: string | null;
  }[];
  readonly allClear: {
    readonly at: string;
    readonly by: string | null;
    readonly note: string;
  } | null;
}

/** The situation at a moment, from the journal's fold alone; what journalists wrote comes from the alerts. */
export function situationReport(
  incident: Incident,
  nowMs: number,
  media: readonly MediaVoice[] = [],
  playbooks: ReadonlyMap<string, Playbook> = new Map(),
): SituationReport {
  const { number, title, state, version, t0, level, impact, status, allClear } = incident;
  const joined = incident.alerts.filter(({ standing }) => standing === 'joined');
  return {
    number,
    title,
    state,
    version,
    atMs: nowMs,
    t0,
    level: levelInForce(incident),
    automatic: level.automatic,
    overridden: level.override?.reason ?? null,
    trend: level.trend,
    since: level.since,
    peak: level.peak,
    impact: impact?.impact ?? null,
    topics: [...new Set(joined.map(({ alert }) => alert.topicName))],
    channels: channelsOf(incident),
    media,
    status: status && { summary: status.summary, at: status.at, by: status.by?.name ?? null },
    nextStatus: nextStatus(incident, nowMs),
    facts: claimsOf(incident, 'fact'),
    assumptions: claimsOf(incident, 'assumption'),
    open: claimsOf(incident, 'open'),
    doing: status?.doing ?? [],
    said: wordsOf(incident),
    promises: incident.promises
      .filter(({ kept }) => kept === null)
      .map(({ due, text }) => ({ due, text, overdue: Date.parse(due) <= nowMs }))
      .sort((a, b) => Date.parse(a.due) - Date.parse(b.due)),
    duties: dutiesOf(incident, nowMs),
    decisions: reportedDecisions(incident, nowMs, playbooks),
    team: CRISIS_ROLES.flatMap((role) => {
      const seat = incident.seats[role];
      if (seat === undefined) return [];
      return [{ role, person: seat.person.name, deputy: seat.deputy?.name ?? null }];
    }),
    allClear: allClear && {
      at: allClear.at,
      by: allClear.by?.name ?? null,
      note: allClear.note,
    },
  };
}

/** Newest first: what was learnt last is asked for first. */
function claimsOf({ claims }: Incident, standing: LedgerStanding): ReportedClaim[] {
  const changed = ({ moved, recorded }: Claim): number => (moved ?? recorded).seq;
  return claims
    .filter((claim) => claim.standing === standing)
    .sort((a, b) => changed(b) - changed(a))
    .map(({ text, source }) => ({ text, source }));
}

function wordsOf(incident: Incident): ReportedWord[] {
  const { firstResponse, promises } = incident;
  const first =
    firstResponse === null
      ? []
      : [
          {
            at: firstResponse.saidAt,
            channel: firstResponse.channel,
            text: null,
            proof: firstResponse.proof,
          },
        ];
  const kept = promises.flatMap((promise) =>
    promise.kept === null
      ? []
      : [{ at: promise.kept.at, channel: null, text: promise.text, proof: promise.kept.proof }],
  );
  const published = publicWords(incident).map((word): ReportedWord => {
    const { channel, exit, receipt, isKnown, corrects, correctedBy } = word;
    return {
      ...{ at: word.at, channel: null, text: word.title, proof: word.hash },
      published: {
        ...{ channel, exit, isKnown, link: receipt?.link ?? null },
        isCorrection: corrects !== null,
        isCorrected: correctedBy.length > 0,
      },
    };
  });
  return [...first, ...kept, ...published].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

const LOUDNESS: readonly ClockStateKind[] = [
  'overdue',
  'not-assessed',
  'running',
  'fulfilled',
  'not-applicable',
];

function dutiesOf(incident: Incident, nowMs: number): ReportedDuty[] {
  const rank = ({ state }: ReportedDuty): number => LOUDNESS.indexOf(state);
  return clocksOf(incident, new Map())
    .filter(({ kind }) => kind === 'legal')
    .map((clock): ReportedDuty => {
      const [, id, stage] = clock.key.split(':');
      const state = stateOf(clock, nowMs);
      const runs = 'anchorMs' in state;
      return {
        clock: id as LegalClockId,
        stage: stage ?? null,
        state: state.kind,
        attention: attentionOf(clock, nowMs),
        sinceMs: runs ? state.anchorMs : clock.listedMs,
        dueMs: runs ? state.marks.dueMs : null,
        doneMs: state.kind === 'fulfilled' ? state.atMs : null,
      };
    })
    .sort((a, b) => rank(a) - rank(b) || (a.dueMs ?? Infinity) - (b.dueMs ?? Infinity));
}
