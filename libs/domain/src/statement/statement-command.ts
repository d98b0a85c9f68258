import type { PersonRef } from '../alert.js';
import type { CrisisRole } from '../crisis-role.js';
import type { ApprovalChain } from '../playbook/approval-chain.js';
import type {
  AgreedSource,
  BoundVariant,
  ExitRef,
  ProofMethod,
  PublicationReceipt,
  StatementPurpose,
  VariantKey,
  WordingAttachment,
} from './statement-refs.js';

/** A text as somebody wants it; the server adds hash, attachments' hashes and whether it is agreed wording. */
export interface WrittenVariant extends BoundVariant {
  readonly text: string;
  readonly attachments: readonly WordingAttachment[];
  readonly agreed: AgreedSource | null;
}

/**
 * What a person asks of the words of an incident. Filled by the server, never sent: `proof` from the session, `chain`,
 * and `agreedNow`: is the agreed wording this text came from still valid, and is it this text with its gaps filled?
 */
export type StatementCommand =
  | {
      readonly type: 'draft-statement';
      readonly title: string;
      readonly purpose: StatementPurpose;
      readonly step: { readonly run: number; readonly step: string } | null;
      readonly template: string | null;
      readonly core: string;
      readonly claims: readonly number[];
      readonly corrects: number | null;
      readonly promise: number | null;
      readonly chain: ApprovalChain;
      readonly variants: readonly WrittenVariant[];
    }
  | {
      readonly type: 'revise-statement';
      readonly statement: number;
      readonly title: string;
      readonly core: string;
      readonly claims: readonly number[];
    }
  | ({
      readonly type: 'write-variant';
      readonly statement: number;
      /** The version it was written on; 0: a new variant. Refused `changed-meanwhile` when it is not the last one. */
      readonly base: number;
    } & WrittenVariant)
  | ({
      readonly type: 'drop-variant';
      readonly statement: number;
      readonly reason: string;
    } & VariantKey)
  | {
      readonly type: 'comment-wording';
      readonly statement: number;
      readonly variant: VariantKey | null;
      readonly version: number | null;
      readonly text: string;
    }
  | { readonly type: 'settle-comment'; readonly comment: number }
  | { readonly type: 'drop-statement'; readonly statement: number; readonly reason: string }
  | {
      readonly type: 'ask-approval';
      readonly statement: number;
      readonly variants: readonly BoundVariant[];
      readonly note: string | null;
    }
  | {
      readonly type: 'approve-wording';
      readonly statement: number;
      /** One by one, with the hash that was on screen: what changed since is not approved. */
      readonly variants: readonly BoundVariant[];
      readonly role: CrisisRole;
      readonly note: string | null;
      readonly proof: ProofMethod;
    }
  | ({
      readonly type: 'return-wording';
      readonly statement: number;
      readonly role: CrisisRole;
      readonly comment: string;
    } & BoundVariant)
  | ({
      readonly type: 'reject-wording';
      readonly statement: number;
      readonly role: CrisisRole;
      readonly reason: string;
    } & BoundVariant)
  | ({
      readonly type: 'recall-wording';
      readonly statement: number;
      readonly reason: string;
    } & BoundVariant)
  | ({
      readonly type: 'release-in-emergency';
      readonly statement: number;
      readonly reason: string;
      readonly agreedNow: boolean;
      readonly proof: ProofMethod;
    } & BoundVariant)
  | { readonly type: 'bar-from-approving'; readonly person: PersonRef; readonly reason: string }
  | { readonly type: 'lift-bar'; readonly person: PersonRef; readonly reason: string }
  | {
      readonly type: 'review-emergency';
      readonly release: number;
      readonly verdict: 'confirmed' | 'objected';
      readonly note: string;
    }
  | ({
      readonly type: 'prepare-publication';
      readonly statement: number;
      /** Chosen from the brand's exits by the server. */
      readonly exit: ExitRef;
      readonly plannedFor: string | null;
      readonly corrects: number | null;
      readonly agreedNow: boolean;
      readonly proof: ProofMethod;
    } & BoundVariant)
  | {
      readonly type: 'withdraw-publication';
      readonly publication: number;
      readonly reason: string;
    }
  | {
      readonly type: 'settle-publication';
      readonly publication: number;
      /** A person looked: it stands there (with a link or a note), or it does not. */
      readonly outcome: 'out' | 'not-out';
      readonly receipt: PublicationReceipt | null;
      readonly reason: string;
      readonly proof: ProofMethod;
    }
  | ({
      readonly type: 'publish-by-hand';
      readonly statement: number;
      readonly corrects: number | null;
      readonly link: string | null;
      readonly evidence: string | null;
      readonly saidAt: string;
      readonly agreedNow: boolean;
      readonly proof: ProofMethod;
    } & BoundVariant);
