import type { PersonRef } from '../alert.js';
import type { LegalClockId } from '../clocks/legal-clock-id.js';
import type { ClockVolume } from '../clocks/turns-of.js';
import type { CrisisRole } from '../crisis-role.js';
import type { Level, Trend } from '../level.js';
import type { Impact } from '../impact.js';
import type { ScctCluster, ScctStrategy } from '../playbook/playbook.js';
import type {
  AlertRef,
  AlertSign,
  AttachmentRef,
  ClockStageDue,
  ExecutiveQuestion,
  HandOverForm,
  IncidentRef,
  LedgerStanding,
  PlaybookRef,
  ProposalReason,
} from './incident-event.js';

import type {
  Bar,
  EmergencyRelease,
  PostingStopHere,
  Publication,
  Statement,
} from '../statement/statement.js';
import type { Stamp } from './stamp.js';

export type { Stamp } from './stamp.js';
export type IncidentState = 'open' | 'all-clear' | 'merged';

export interface IncidentAlert {
  readonly alert: AlertRef;
  readonly sign: AlertSign;
  readonly closed: boolean;
  readonly standing: 'joined' | 'proposed' | 'declined';
  readonly reasons: readonly ProposalReason[];
}

export interface Seat {
  readonly person: PersonRef;
  readonly deputy: PersonRef | null;
  readonly since: Stamp;
}

export interface HandOver {
  readonly id: number;
  readonly role: CrisisRole;
  readonly from: PersonRef;
  readonly to: PersonRef;
  readonly form: HandOverForm;
  readonly offeredAt: string;
  readonly state: 'offered' | 'signed' | 'declined' | 'withdrawn';
  readonly endedAt: string | null;
}

export type StepStanding = 'todo' | 'started' | 'done' | 'skipped';

/** What people did about a step. A step nobody touched has no record. */
export interface StepRecord extends Stamp {
  readonly standing: StepStanding;
  readonly person: PersonRef | null;
  readonly inputs: Readonly<Record<string, string>>;
  /** Note of the done, reason of the skipped and decided. */
  readonly note: string | null;
}

export interface PlaybookRun {
  readonly id: number;
  readonly playbook: PlaybookRef;
  readonly how: 'by-hand' | 'automatic';
  readonly reasons: readonly ProposalReason[];
  readonly started: Stamp;
  /** Id of the phase it is in. */
  readonly phase: string;
  readonly stopped: (Stamp & { readonly reason: string }) | null;
  readonly steps: Readonly<Record<string, StepRecord>>;
  /** Decision steps and the option chosen. */
  readonly answers: Readonly<Record<string, string>>;
  /** Steps in force because a rise proposed them and somebody took them. */
  readonly added: readonly string[];
  readonly proposed: readonly string[];
  readonly declined: readonly string[];
}

/** `waiver-proposed`: one person said it does not apply, a second has to confirm. */
export type LegalClockStanding = 'not-assessed' | 'waiver-proposed' | 'not-applicable' | 'running';

export interface LegalClock {
  readonly id: LegalClockId;
  readonly standing: LegalClockStanding;
  readonly listedAt: string;
  readonly anchors: Readonly<Record<string, string>>;
  readonly stages: readonly (ClockStageDue & {
    readonly fulfilled: (Stamp & { readonly proof: string }) | null;
  })[];
  readonly reason: string | null;
  /** Anchor somebody without the right proposes. */
  readonly proposedAnchor: (Stamp & { readonly anchor: string; readonly reason: string }) | null;
  readonly said: Stamp;
  readonly confirmed: Stamp | null;
}

export interface UpdatePromise {
  readonly id: number;
  readonly due: string;
  readonly text: string;
  readonly made: Stamp;
  readonly kept: (Stamp & { readonly proof: string }) | null;
}

export interface Claim {
  readonly id: number;
  readonly text: string;
  readonly standing: LedgerStanding;
  readonly source: string | null;
  readonly recorded: Stamp;
  readonly moved: (Stamp & { readonly reason: string }) | null;
}

export interface Question {
  readonly id: number;
  readonly to: PersonRef;
  readonly text: string;
  readonly asked: Stamp;
  readonly answer: (Stamp & { readonly text: string }) | null;
}

export interface ExecutiveRequest extends ExecutiveQuestion {
  readonly id: number;
  readonly to: PersonRef;
  readonly deputy: PersonRef | null;
  readonly asked: Stamp;
  readonly decision: (Stamp & { readonly option: string; readonly reason: string | null }) | null;
  readonly withdrawn: (Stamp & { readonly reason: string }) | null;
}

/** The fold of an incident's journal: what everybody sees. Times are ISO, by the clock of its space. */
export interface Incident {
  readonly number: string;
  readonly title: string;
  readonly brandId: number;
  readonly spaceId: number;
  readonly state: IncidentState;
  readonly t0: string;
  readonly opened: Stamp;
  /** Number of the newest entry. */
  readonly version: number;
  readonly alerts: readonly IncidentAlert[];
  readonly level: {
    /** What the alerts say. */
    readonly automatic: Level;
    readonly override: (Stamp & { readonly level: Level; readonly reason: string }) | null;
    readonly since: string;
    readonly peak: Level;
    readonly trend: Trend;
    /** For each level: since when the level in force is at or below it without a break; null while above. */
    readonly calmSince: readonly (string | null)[];
  };
  readonly impact: (Stamp & { readonly impact: Impact; readonly reason: string }) | null;
  readonly proposedImpact: (Stamp & { readonly impact: Impact; readonly reason: string }) | null;
  readonly cluster:
    | (Stamp & {
        readonly cluster: ScctCluster;
        readonly strategies: readonly ScctStrategy[];
        readonly reason: string;
      })
    | null;
  readonly seats: Readonly<Partial<Record<CrisisRole, Seat>>>;
  /** By person id; who is not named here has not said anything. */
  readonly reachability: Readonly<
    Record<
      number,
      Stamp & {
        readonly person: PersonRef;
        readonly reachable: boolean;
        readonly note: string | null;
      }
    >
  >;
  readonly handOvers: readonly HandOver[];
  readonly runs: readonly PlaybookRun[];
  readonly legalClocks: readonly LegalClock[];
  readonly promises: readonly UpdatePromise[];
  readonly firstNegativeAt: string | null;
  readonly firstResponse:
    (Stamp & { readonly saidAt: string; readonly channel: string; readonly proof: string }) | null;
  /** The loudest turn each clock has taken, by its key. */
  readonly turns: Readonly<Record<string, { readonly volume: ClockVolume; readonly plan: string }>>;
  readonly claims: readonly Claim[];
  readonly questions: readonly Question[];
  readonly attachments: readonly (AttachmentRef & {
    readonly added: Stamp;
    readonly note: string | null;
    readonly erased: (Stamp & { readonly reason: string }) | null;
  })[];
  readonly requests: readonly ExecutiveRequest[];
  readonly status:
    | (Stamp & {
        readonly summary: string;
        readonly doing: readonly string[];
        readonly nextDue: string | null;
      })
    | null;
  readonly links: readonly IncidentRef[];
  readonly mergedInto: IncidentRef | null;
  readonly absorbed: readonly IncidentRef[];
  readonly splitFrom: IncidentRef | null;
  readonly allClear:
    | (Stamp & {
        readonly note: string;
        readonly unmet: readonly string[];
        readonly reason: string | null;
      })
    | null;
  readonly statements: readonly Statement[];
  readonly publications: readonly Publication[];
  readonly emergencies: readonly EmergencyRelease[];
  readonly postingStop: PostingStopHere | null;
  /** Who must not approve anything here. */
  readonly barred: readonly Bar[];
}

/** The level in force: what a person said, else what the alerts say. */
export function levelInForce({ level }: Pick<Incident, 'level'>): Level {
  return level.override?.level ?? level.automatic;
}
