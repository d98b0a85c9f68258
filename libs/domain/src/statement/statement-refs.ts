import type { OutletChannel } from '../playbook/outlet-channel.js';

export const TEXT_LANGUAGES = ['de', 'en'] as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];

export const STATEMENT_PURPOSES = [
  'holding', // first words while facts are missing
  'statement', // full position
  'update',
  'reply',
  'correction',
  'recall',
  'closing',
  'internal', // staff, hotline
] as const;
export type StatementPurpose = (typeof STATEMENT_PURPOSES)[number];

/** One text of a statement: for one channel, in one language. */
export interface VariantKey {
  readonly channel: OutletChannel;
  readonly language: TextLanguage;
}

/** A variant as somebody saw it: what an approval names. */
export interface BoundVariant extends VariantKey {
  /** SHA-256 of its canonical wording, hex. */
  readonly hash: string;
}

/** A file that goes out with a text; it lies beside the journal. */
export interface WordingAttachment {
  /** Id of an attachment of the incident. */
  readonly id: string;
  readonly name: string;
  /** SHA-256 of its content, hex, unsalted: the same bytes leave, or nothing does. */
  readonly sha256: string;
}

/** Wording the house approved beforehand, and the words put into its gaps. The server has compared the text. */
export interface AgreedSource {
  readonly id: number;
  readonly version: number;
  readonly title: string;
  /** Hash of the approved variant, with its gaps. */
  readonly hash: string;
  readonly values: Readonly<Record<string, string>>;
}

export type { ProofMethod } from '../fresh-proof.js';

/** In whose place an approval was given; `stand-in`: a role that may stand in at once (`STANDS_IN_FOR`). */
export const APPROVER_STANDINGS = ['holder', 'stand-in', 'deputy', 'next-rung'] as const;
export type ApproverStanding = (typeof APPROVER_STANDINGS)[number];

/** Where a statement leaves the house. */
export const EXIT_KINDS = ['webhook', 'mail', 'hand', 'sandbox'] as const;
export type ExitKind = (typeof EXIT_KINDS)[number];
export interface ExitRef {
  readonly id: number;
  readonly name: string;
  readonly kind: ExitKind;
}

/** What the other side answered. */
export interface PublicationReceipt {
  /** Where it stands, when the receiver told. */
  readonly link: string | null;
  /** The receiver's own name for it. */
  readonly foreignId: string | null;
  /** ISO. */
  readonly at: string;
  /** Read back after the connection was lost, or told at once, or by a person with a proof. */
  readonly how: 'answered' | 'read-back' | 'by-hand';
}
