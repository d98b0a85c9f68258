import type { Level } from '../level.js';
import type { Channel } from '../mention.js';

/** An alert as an incident knows it: enough to show it when the alert itself is not at hand. */
export interface AlertRef {
  readonly id: number;
  readonly number: number;
  readonly topicId: number;
  readonly topicName: string;
}

/** What an alert says at a moment, as far as an incident follows it. */
export interface AlertSign {
  readonly level: Level;
  /** Where it burns. */
  readonly channels: readonly Channel[];
}

/** Another incident. */
export interface IncidentRef {
  readonly id: number;
  readonly number: string;
}

/**
 * Somebody else's content in our journal: by reference and by a salted hash, never the content itself. The salt lies
 * beside the content and goes with it when that is erased; the chain stays whole.
 */
export interface ContentRef {
  readonly mentionId: string;
  /** SHA-256 of salt and content, hex. */
  readonly hash: string;
}

export interface AttachmentRef {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** SHA-256 of salt and content, hex. */
  readonly hash: string;
}

/** Why a playbook or an alert is proposed: a code and its facts; the words are the reader's. */
export interface ProposalReason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The words of a hand-over: everything the next person must know. */
export interface HandOverForm {
  readonly situation: string;
  readonly openDecisions: string;
  readonly clocks: string;
  readonly nextUpdate: string;
}

/** What one stage of a legal clock is due at, calculated when its anchor was set. ISO instants. */
export interface ClockStageDue {
  readonly stage: string;
  /** Null: without undue delay; such a clock counts up. */
  readonly due: string | null;
  /** A stricter reading to show beside it; null where there is one reading only. */
  readonly conservativeDue: string | null;
  /** When it grows louder. */
  readonly amber: string | null;
  readonly red: string | null;
}

export const ENTRY_KINDS = ['note', 'fact', 'assumption', 'rumour', 'decision'] as const;
/** `fact` gesichert, `assumption` Annahme, `rumour` unbestätigt. */
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const LEDGER_STANDINGS = ['fact', 'assumption', 'open', 'refuted'] as const;
/** Where a claim stands in the fact ledger: gesichert, Annahme, offen, widerlegt. */
export type LedgerStanding = (typeof LEDGER_STANDINGS)[number];

export interface ExecutiveOption {
  readonly id: string;
  readonly label: string;
}

/** How a person's decision was asked for. */
export interface ExecutiveQuestion {
  readonly question: string;
  readonly options: readonly ExecutiveOption[];
  readonly recommended: string | null;
  readonly due: string;
}

/** A playbook as it was when a run began: the version and the SHA-256 of its checked content stay with the run. */
export interface PlaybookRef {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  readonly title: { readonly de: string; readonly en: string };
}
