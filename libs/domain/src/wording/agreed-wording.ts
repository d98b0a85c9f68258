import type { PersonRef } from '../alert.js';
import type { Level } from '../level.js';
import type { BoundVariant, ProofMethod, StatementPurpose } from '../statement/statement-refs.js';

/** The two who must say yes before words may lie ready. */
export const AGREED_ROLES = ['pr', 'legal'] as const;
export type AgreedRole = (typeof AGREED_ROLES)[number];

/** When these words are meant to be used. */
export interface AgreedUse {
  readonly purpose: StatementPurpose;
  readonly levelFrom: Level;
  readonly levelTo: Level;
  /** Ids; empty: whatever playbook runs. */
  readonly playbooks: readonly string[];
}

/** One text, with gaps between braces. `hash` is that of its canonical wording. */
export interface AgreedVariant extends BoundVariant {
  readonly text: string;
}

/** What happened to a wording agreed beforehand: written once, never changed. */
export type AgreedEvent =
  /** The first version, or the next one: all approvals before it are void. */
  | {
      readonly type: 'written';
      readonly title: string;
      readonly use: AgreedUse;
      readonly variants: readonly AgreedVariant[];
      /** ISO; from then on the words are no longer agreed. */
      readonly validUntil: string;
      /** What changed, and why. */
      readonly note: string;
    }
  | {
      readonly type: 'approved';
      readonly version: number;
      readonly role: AgreedRole;
      readonly variants: readonly BoundVariant[];
      readonly proof: ProofMethod;
    }
  | {
      readonly type: 'returned';
      readonly version: number;
      readonly role: AgreedRole;
      readonly comment: string;
    }
  | { readonly type: 'withdrawn'; readonly reason: string };

export interface AgreedEntry {
  /** From 1, without a gap. */
  readonly seq: number;
  readonly at: string;
  readonly by: PersonRef;
  readonly event: AgreedEvent;
}

export interface AgreedStamp {
  readonly at: string;
  readonly by: PersonRef;
}

export interface AgreedApproval extends AgreedStamp, BoundVariant {
  readonly role: AgreedRole;
  readonly proof: ProofMethod;
}

/** Wording approved beforehand, folded from its history. */
export interface AgreedWording {
  readonly id: number;
  /** Null: for all brands. */
  readonly brandId: number | null;
  readonly version: number;
  readonly title: string;
  readonly use: AgreedUse;
  readonly variants: readonly AgreedVariant[];
  readonly validUntil: string;
  readonly note: string;
  readonly written: AgreedStamp;
  /** Everybody who ever wrote a version: none of them approves one. */
  readonly authors: readonly PersonRef[];
  /** Of the present version. */
  readonly approvals: readonly AgreedApproval[];
  readonly returned: (AgreedStamp & { readonly role: AgreedRole; readonly comment: string }) | null;
  readonly withdrawn: (AgreedStamp & { readonly reason: string }) | null;
  /** Number of the newest entry. */
  readonly seq: number;
}
