import type { Impact } from '../impact.js';
import type { Stamp } from '../incident/stamp.js';
import type { Level } from '../level.js';
import type { CrisisRole } from '../crisis-role.js';
import type { ApprovalChain } from '../playbook/approval-chain.js';
import type { PersonRef } from '../alert.js';
import type {
  AgreedSource,
  ApproverStanding,
  BoundVariant,
  ExitRef,
  ProofMethod,
  PublicationReceipt,
  StatementPurpose,
  VariantKey,
  WordingAttachment,
} from './statement-refs.js';

export interface VariantVersion {
  readonly version: number;
  readonly text: string;
  readonly attachments: readonly WordingAttachment[];
  readonly agreed: AgreedSource | null;
  readonly hash: string;
  readonly written: Stamp;
}

/** Somebody said yes to a wording; it counts while the wording is still the same. */
export interface Approval extends Stamp {
  readonly hash: string;
  readonly role: CrisisRole;
  readonly standing: ApproverStanding;
  readonly proof: ProofMethod;
}

export interface Variant extends VariantKey {
  /** Oldest first; the last one is the text. */
  readonly versions: readonly VariantVersion[];
  /** When approval of the present text was asked; null: it is a draft. */
  readonly asked: Stamp | null;
  /** All ever given; `countingApprovals` says which still count. */
  readonly approvals: readonly Approval[];
  /** The last no to the present text: what was said yes to before it counts no more. */
  readonly refused:
    | (Stamp & {
        readonly kind: 'returned' | 'rejected' | 'recalled';
        readonly hash: string;
        readonly words: string;
      })
    | null;
  readonly emergency:
    | (Stamp & { readonly hash: string; readonly agreed: AgreedSource; readonly reason: string })
    | null;
  readonly dropped: (Stamp & { readonly reason: string }) | null;
}

export interface WordingComment extends Stamp {
  readonly variant: VariantKey | null;
  readonly version: number | null;
  readonly text: string;
  readonly settled: Stamp | null;
}

export interface Statement {
  /** Number of the entry it was born in. */
  readonly id: number;
  readonly title: string;
  readonly purpose: StatementPurpose;
  readonly step: { readonly run: number; readonly step: string } | null;
  readonly template: string | null;
  readonly core: string;
  readonly claims: readonly number[];
  readonly corrects: number | null;
  readonly promise: number | null;
  readonly chain: ApprovalChain;
  readonly drafted: Stamp;
  readonly revised: Stamp;
  /** Whoever wrote, revised, or asked for approval: none of them approves it. */
  readonly authors: readonly PersonRef[];
  /**
   * The strictest the incident was since its approval was first asked: a chain never gets milder while it waits.
   * `since`: when another rule of the chain was called for by it, ISO; boxes begin anew then.
   */
  readonly strictest: {
    readonly level: Level;
    readonly impact: Impact | null;
    readonly since: string;
  } | null;
  readonly variants: readonly Variant[];
  readonly comments: readonly WordingComment[];
  readonly dropped: (Stamp & { readonly reason: string }) | null;
}

export type PublicationState =
  'prepared' | 'sending' | 'confirmed' | 'unknown' | 'failed' | 'withdrawn';

export interface Publication extends BoundVariant {
  readonly id: number;
  readonly statement: number;
  readonly exit: ExitRef;
  readonly plannedFor: string | null;
  readonly corrects: number | null;
  readonly prepared: Stamp;
  readonly state: PublicationState;
  readonly moved: Stamp;
  readonly receipt: PublicationReceipt | null;
  /** Why it failed, is unknown, or was withdrawn. */
  readonly why: string | null;
  /** By hand only: id of the attachment that shows it. */
  readonly evidence: string | null;
}

/** A break-glass release that somebody must look at within a day. */
export interface EmergencyRelease extends Stamp, BoundVariant {
  readonly statement: number;
  readonly reason: string;
  readonly unanswered: readonly { readonly role: CrisisRole; readonly person: PersonRef }[];
  readonly review:
    (Stamp & { readonly verdict: 'confirmed' | 'objected'; readonly note: string }) | null;
}

export interface PostingStopHere extends Stamp {
  readonly stop: number;
  readonly reason: string;
}

/** Somebody who must not approve anything in this incident: it is about them. */
export interface Bar extends Stamp {
  readonly person: PersonRef;
  readonly reason: string;
}
