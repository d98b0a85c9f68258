import type { ApprovalChain } from '../playbook/approval-chain.js';
import type { CrisisRole } from '../crisis-role.js';
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

/** What may happen to the words of an incident: entries of its journal like all others. */
export type StatementEvent =
  // --- words
  | {
      readonly type: 'statement-drafted';
      readonly title: string;
      readonly purpose: StatementPurpose;
      /** The draft step it was written for. */
      readonly step: { readonly run: number; readonly step: string } | null;
      /** Id of the playbook's template it began from. */
      readonly template: string | null;
      /** The one message all variants must carry. */
      readonly core: string;
      /** Claims of the fact ledger it rests on. */
      readonly claims: readonly number[];
      /** The publication it corrects. */
      readonly corrects: number | null;
      /** The promised update it keeps when published. */
      readonly promise: number | null;
      /** The chain it goes through, as the playbook had it then: the journal judges without the playbook. */
      readonly chain: ApprovalChain;
    }
  | {
      readonly type: 'statement-revised';
      readonly statement: number;
      readonly title: string;
      readonly core: string;
      readonly claims: readonly number[];
    }
  /** A version of a text. Any approval of the one before is void from here on. */
  | ({
      readonly type: 'variant-written';
      readonly statement: number;
      /** 1 for the first. */
      readonly version: number;
      readonly text: string;
      readonly attachments: readonly WordingAttachment[];
      readonly agreed: AgreedSource | null;
    } & BoundVariant)
  | ({
      readonly type: 'variant-dropped';
      readonly statement: number;
      readonly reason: string;
    } & VariantKey)
  | {
      readonly type: 'wording-commented';
      readonly statement: number;
      readonly variant: VariantKey | null;
      /** The version that was read. */
      readonly version: number | null;
      readonly text: string;
    }
  | { readonly type: 'comment-settled'; readonly comment: number }
  | { readonly type: 'statement-dropped'; readonly statement: number; readonly reason: string }
  // --- approvals
  | {
      readonly type: 'approval-asked';
      readonly statement: number;
      readonly variants: readonly BoundVariant[];
      readonly note: string | null;
    }
  | ({
      readonly type: 'approval-given';
      readonly statement: number;
      readonly role: CrisisRole;
      readonly standing: ApproverStanding;
      readonly proof: ProofMethod;
      readonly note: string | null;
    } & BoundVariant)
  | ({
      readonly type: 'approval-returned';
      readonly statement: number;
      readonly role: CrisisRole;
      readonly comment: string;
    } & BoundVariant)
  | ({
      readonly type: 'approval-rejected';
      readonly statement: number;
      readonly role: CrisisRole;
      readonly reason: string;
    } & BoundVariant)
  | ({
      readonly type: 'approval-recalled';
      readonly statement: number;
      readonly reason: string;
    } & BoundVariant)
  /** Break-glass: wording approved beforehand goes out although the deputies did not answer. */
  | ({
      readonly type: 'emergency-released';
      readonly statement: number;
      readonly agreed: AgreedSource;
      readonly reason: string;
      readonly unanswered: readonly { readonly role: CrisisRole; readonly person: PersonRef }[];
      readonly proof: ProofMethod;
    } & BoundVariant)
  | {
      readonly type: 'emergency-reviewed';
      readonly release: number;
      readonly verdict: 'confirmed' | 'objected';
      readonly note: string;
    }
  /** A conflict of interest: this person approves nothing here. */
  | { readonly type: 'approver-barred'; readonly person: PersonRef; readonly reason: string }
  | { readonly type: 'approver-bar-lifted'; readonly person: PersonRef; readonly reason: string }
  // --- publication
  | ({
      readonly type: 'publication-prepared';
      readonly statement: number;
      readonly exit: ExitRef;
      /** Not before. ISO; null: at once. */
      readonly plannedFor: string | null;
      readonly corrects: number | null;
      readonly proof: ProofMethod;
    } & BoundVariant)
  | { readonly type: 'publication-sending'; readonly publication: number; readonly hash: string }
  | {
      readonly type: 'publication-confirmed';
      readonly publication: number;
      readonly receipt: PublicationReceipt;
    }
  /** Handed over, and no answer: nobody knows. Read back, never sent again blindly. */
  | { readonly type: 'publication-unknown'; readonly publication: number; readonly why: string }
  /** Certainly not out: the other side refused, or reading back found nothing. */
  | { readonly type: 'publication-failed'; readonly publication: number; readonly why: string }
  | {
      readonly type: 'publication-withdrawn';
      readonly publication: number;
      /** A person's words, or an error code when the machine withdrew it (`by: null`) or an edit did. */
      readonly reason: string;
    }
  | ({
      readonly type: 'published-by-hand';
      readonly statement: number;
      readonly corrects: number | null;
      readonly link: string | null;
      /** Id of an attachment that shows it. */
      readonly evidence: string | null;
      /** ISO. */
      readonly saidAt: string;
      readonly proof: ProofMethod;
    } & BoundVariant)
  // --- posting stop, of a brand: told in each of its open incidents
  | { readonly type: 'posting-stopped'; readonly stop: number; readonly reason: string }
  | { readonly type: 'posting-resumed'; readonly stop: number; readonly reason: string };
