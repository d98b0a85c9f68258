import type { PersonRef } from '../alert.js';
import type { LegalClockId } from '../clocks/legal-clock-id.js';
import type { CrisisRole } from '../crisis-role.js';
import type { Impact } from '../impact.js';
import type { Level } from '../level.js';
import type { ScctCluster, ScctStrategy } from '../playbook/playbook.js';
import type {
  AttachmentRef,
  ClockStageDue,
  ContentRef,
  EntryKind,
  ExecutiveQuestion,
  HandOverForm,
  IncidentRef,
  LedgerStanding,
  PlaybookRef,
  ProposalReason,
} from './incident-event.js';
import type { StatementCommand } from '../statement/statement-command.js';

/** What a person asks of an incident. Opening, merging, splitting and joining alerts reach beyond one journal. */
export type IncidentCommand =
  | { readonly type: 'rename'; readonly title: string }
  | { readonly type: 'decline-alert'; readonly alertId: number; readonly reason: string }
  | { readonly type: 'link'; readonly other: IncidentRef }
  | { readonly type: 'unlink'; readonly other: IncidentRef; readonly reason: string }
  | { readonly type: 'override-level'; readonly level: Level; readonly reason: string }
  | { readonly type: 'lift-override'; readonly reason: string }
  | { readonly type: 'set-impact'; readonly impact: Impact; readonly reason: string }
  | {
      readonly type: 'set-cluster';
      readonly cluster: ScctCluster;
      readonly strategies: readonly ScctStrategy[];
      readonly reason: string;
    }
  | {
      readonly type: 'assign-role';
      readonly role: CrisisRole;
      readonly person: PersonRef;
      readonly deputy: PersonRef | null;
    }
  | { readonly type: 'vacate-role'; readonly role: CrisisRole; readonly reason: string }
  | { readonly type: 'say-reachable'; readonly reachable: boolean; readonly note: string | null }
  | {
      readonly type: 'offer-hand-over';
      readonly role: CrisisRole;
      readonly to: PersonRef;
      readonly form: HandOverForm;
    }
  | { readonly type: 'sign-hand-over'; readonly handOver: number }
  | { readonly type: 'end-hand-over'; readonly handOver: number; readonly reason: string }
  | {
      readonly type: 'start-playbook';
      readonly playbook: PlaybookRef;
      readonly reasons: readonly ProposalReason[];
    }
  | { readonly type: 'stop-playbook'; readonly run: number; readonly reason: string }
  | { readonly type: 'enter-phase'; readonly run: number; readonly phase: string }
  | { readonly type: 'add-steps'; readonly run: number; readonly steps: readonly string[] }
  | {
      readonly type: 'decline-steps';
      readonly run: number;
      readonly steps: readonly string[];
      readonly reason: string;
    }
  | {
      readonly type: 'assign-step';
      readonly run: number;
      readonly step: string;
      readonly person: PersonRef | null;
    }
  | { readonly type: 'start-step'; readonly run: number; readonly step: string }
  | {
      readonly type: 'finish-step';
      readonly run: number;
      readonly step: string;
      readonly inputs: Readonly<Record<string, string>>;
      readonly note: string | null;
    }
  | {
      readonly type: 'skip-step';
      readonly run: number;
      readonly step: string;
      readonly reason: string;
    }
  | {
      readonly type: 'reopen-step';
      readonly run: number;
      readonly step: string;
      readonly reason: string;
    }
  | {
      readonly type: 'decide-step';
      readonly run: number;
      readonly step: string;
      readonly option: string;
      readonly reason: string;
    }
  | { readonly type: 'list-clock'; readonly clock: LegalClockId }
  | {
      readonly type: 'start-clock';
      readonly clock: LegalClockId;
      readonly anchors: Readonly<Record<string, string>>;
      /** Calculated by the server from the anchors. */
      readonly stages: readonly ClockStageDue[];
      readonly reason: string;
    }
  | { readonly type: 'waive-clock'; readonly clock: LegalClockId; readonly reason: string }
  | { readonly type: 'reassess-clock'; readonly clock: LegalClockId; readonly reason: string }
  | {
      readonly type: 'fulfil-clock';
      readonly clock: LegalClockId;
      readonly stage: string;
      readonly proof: string;
      /** Calculated by the server: stages that are counted from this one. */
      readonly stages: readonly ClockStageDue[];
    }
  | { readonly type: 'promise-update'; readonly due: string; readonly text: string }
  | { readonly type: 'keep-update'; readonly promise: number; readonly proof: string }
  | {
      readonly type: 'move-update';
      readonly promise: number;
      readonly due: string;
      readonly reason: string;
    }
  | {
      readonly type: 'give-first-response';
      readonly saidAt: string;
      readonly channel: string;
      readonly proof: string;
    }
  | {
      readonly type: 'write-entry';
      readonly kind: EntryKind;
      readonly text: string;
      readonly source: string | null;
      readonly contents: readonly ContentRef[];
    }
  | {
      readonly type: 'correct-entry';
      readonly entry: number;
      readonly text: string;
      readonly reason: string;
    }
  | {
      readonly type: 'record-claim';
      readonly text: string;
      readonly standing: LedgerStanding;
      readonly source: string | null;
    }
  | {
      readonly type: 'move-claim';
      readonly claim: number;
      readonly standing: LedgerStanding;
      readonly source: string | null;
      readonly reason: string;
    }
  | { readonly type: 'ask-question'; readonly to: PersonRef; readonly text: string }
  | { readonly type: 'answer-question'; readonly question: number; readonly text: string }
  | {
      readonly type: 'attach';
      readonly attachment: AttachmentRef;
      readonly note: string | null;
    }
  | {
      readonly type: 'erase-attachment';
      readonly attachment: string;
      readonly reason: string;
    }
  | ({
      readonly type: 'ask-executive';
      readonly to: PersonRef;
      readonly deputy: PersonRef | null;
    } & ExecutiveQuestion)
  | {
      readonly type: 'decide-request';
      readonly request: number;
      readonly option: string;
      readonly reason: string | null;
    }
  | { readonly type: 'pass-request-on'; readonly request: number }
  | { readonly type: 'withdraw-request'; readonly request: number; readonly reason: string }
  | {
      readonly type: 'update-status';
      readonly summary: string;
      readonly doing: readonly string[];
      readonly nextDue: string | null;
    }
  | {
      readonly type: 'give-all-clear';
      readonly note: string;
      /** Ids of exit criteria only a person can confirm, as `run:criterion`. */
      readonly confirmed: readonly string[];
      readonly reason: string | null;
    }
  | { readonly type: 'reopen'; readonly reason: string }
  | StatementCommand;

export type IncidentCommandType = IncidentCommand['type'];
export type CommandOf<T extends IncidentCommandType> = Extract<
  IncidentCommand,
  { readonly type: T }
>;
