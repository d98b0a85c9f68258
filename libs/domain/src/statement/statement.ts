import type { Impact } from '../impact.js';
import type { Stamp } from '../incident/incident.js';
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
  /** All ever given; only those with the hash of the present text count. */
  readonly approvals: readonly Approval[];
  /** The last no to the present text. */
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
  /** The strictest the incident was since its approval was first asked: a chain never gets milder while it waits. */
  readonly strictest: { readonly level: Level; readonly impact: Impact | null } | null;
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
