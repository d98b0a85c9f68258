import type { PersonRef } from '../alert.js';
import type { CrisisRole } from '../crisis-role.js';
import type { Level } from '../level.js';
import type { Impact } from '../impact.js';
import type { ScctCluster, ScctStrategy } from '../playbook/playbook.js';
import type {
  AlertRef,
  AlertSign,
  IncidentRef,
  ProposalReason,
  HandOverForm,
  ExecutiveQuestion,
  PlaybookRef,
} from './incident-refs.js';
import type { ClockEvent } from './clock-event.js';
import type { KnowledgeEvent } from './knowledge-event.js';
import type { StatementEvent } from '../statement/statement-event.js';

export * from './incident-refs.js';

/**
 * Everything that may happen in an incident. The journal holds these, in order, hash-chained; state, timeline, tasks,
 * report and figures are folds of them (`evolveIncident`). Ids of things born in an incident are the number of the
 * entry they were born in.
 */
export type IncidentEvent =
  // --- the incident itself
  | {
      readonly type: 'opened';
      readonly number: string;
      readonly title: string;
      readonly brandId: number;
      readonly spaceId: number;
      /** Opening of its first alert, or the time its opener named. ISO. */
      readonly t0: string;
      readonly alerts: readonly { readonly alert: AlertRef; readonly sign: AlertSign }[];
      /** First negative mention of the storm, where the evidence knows it. ISO. */
      readonly firstNegativeAt: string | null;
      readonly level: Level;
    }
  | { readonly type: 'renamed'; readonly title: string }
  | {
      readonly type: 'alert-proposed';
      readonly alert: AlertRef;
      readonly sign: AlertSign;
      readonly reasons: readonly ProposalReason[];
    }
  | { readonly type: 'alert-declined'; readonly alertId: number; readonly reason: string }
  | {
      readonly type: 'alert-joined';
      readonly alert: AlertRef;
      readonly sign: AlertSign;
      readonly how: 'by-hand' | 'proposed' | 'automatic' | 'merge' | 'split';
      readonly reasons: readonly ProposalReason[];
    }
  | { readonly type: 'alert-left'; readonly alertId: number; readonly to: IncidentRef }
  | {
      readonly type: 'alert-moved';
      readonly alertId: number;
      readonly sign: AlertSign;
      readonly closed: boolean;
    }
  | { readonly type: 'merged-into'; readonly into: IncidentRef; readonly reason: string }
  | {
      readonly type: 'absorbed';
      readonly from: IncidentRef;
      readonly entries: number;
      readonly hash: string;
      readonly reason: string;
    }
  | {
      readonly type: 'split-off';
      readonly to: IncidentRef;
      readonly alerts: readonly number[];
      readonly reason: string;
    }
  | { readonly type: 'born-of-split'; readonly from: IncidentRef; readonly reason: string }
  | { readonly type: 'linked'; readonly other: IncidentRef }
  | { readonly type: 'unlinked'; readonly other: IncidentRef; readonly reason: string }
  // --- the two axes
  | { readonly type: 'level-followed'; readonly from: Level; readonly to: Level }
  | { readonly type: 'level-overridden'; readonly level: Level; readonly reason: string }
  | { readonly type: 'override-lifted'; readonly reason: string }
  | { readonly type: 'impact-set'; readonly impact: Impact; readonly reason: string }
  | { readonly type: 'impact-proposed'; readonly impact: Impact; readonly reason: string }
  | {
      readonly type: 'cluster-set';
      readonly cluster: ScctCluster;
      readonly strategies: readonly ScctStrategy[];
      readonly reason: string;
    }
  // --- people
  | {
      readonly type: 'role-assigned';
      readonly role: CrisisRole;
      readonly person: PersonRef;
      readonly deputy: PersonRef | null;
    }
  | { readonly type: 'role-vacated'; readonly role: CrisisRole; readonly reason: string }
  | {
      readonly type: 'reachability-set';
      readonly person: PersonRef;
      readonly reachable: boolean;
      readonly note: string | null;
    }
  | {
      readonly type: 'hand-over-offered';
      readonly role: CrisisRole;
      readonly to: PersonRef;
      readonly form: HandOverForm;
    }
  | { readonly type: 'hand-over-signed'; readonly handOver: number }
  | {
      readonly type: 'hand-over-ended';
      readonly handOver: number;
      readonly how: 'declined' | 'withdrawn';
      readonly reason: string;
    }
  // --- playbooks
  | {
      readonly type: 'playbook-started';
      readonly playbook: PlaybookRef;
      /** Its first phase. */
      readonly phase: string;
      readonly how: 'by-hand' | 'automatic';
      readonly reasons: readonly ProposalReason[];
    }
  | { readonly type: 'phase-entered'; readonly run: number; readonly phase: string }
  | { readonly type: 'playbook-stopped'; readonly run: number; readonly reason: string }
  | {
      readonly type: 'steps-proposed';
      readonly run: number;
      readonly steps: readonly string[];
      readonly because: 'level' | 'impact';
    }
  | { readonly type: 'steps-added'; readonly run: number; readonly steps: readonly string[] }
  | {
      readonly type: 'steps-declined';
      readonly run: number;
      readonly steps: readonly string[];
      readonly reason: string;
    }
  | {
      readonly type: 'step-assigned';
      readonly run: number;
      readonly step: string;
      readonly person: PersonRef | null;
    }
  | { readonly type: 'step-started'; readonly run: number; readonly step: string }
  | {
      readonly type: 'step-done';
      readonly run: number;
      readonly step: string;
      readonly inputs: Readonly<Record<string, string>>;
      readonly note: string | null;
    }
  | {
      readonly type: 'step-skipped';
      readonly run: number;
      readonly step: string;
      readonly reason: string;
    }
  | {
      readonly type: 'step-reopened';
      readonly run: number;
      readonly step: string;
      readonly reason: string;
    }
  | {
      readonly type: 'step-decided';
      readonly run: number;
      readonly step: string;
      readonly option: string;
      readonly reason: string;
    }
  | ClockEvent
  | KnowledgeEvent
  // --- the executives
  | ({
      readonly type: 'executive-asked';
      readonly to: PersonRef;
      readonly deputy: PersonRef | null;
    } & ExecutiveQuestion)
  | {
      readonly type: 'executive-decided';
      readonly request: number;
      readonly option: string;
      readonly reason: string | null;
    }
  | { readonly type: 'executive-passed-on'; readonly request: number; readonly to: PersonRef }
  | { readonly type: 'executive-withdrawn'; readonly request: number; readonly reason: string }
  | {
      readonly type: 'status-updated';
      readonly summary: string;
      readonly doing: readonly string[];
      readonly nextDue: string | null;
    }
  // --- the end
  | {
      readonly type: 'all-clear-given';
      readonly note: string;
      readonly unmet: readonly string[];
      readonly reason: string | null;
    }
  | { readonly type: 'reopened'; readonly reason: string }
  // --- words, approvals, publications
  | StatementEvent;

export type IncidentEventType = IncidentEvent['type'];
export type EventOf<T extends IncidentEventType> = Extract<IncidentEvent, { readonly type: T }>;
