import type { PersonRef } from '../alert.js';
import type { AttachmentRef, ContentRef, EntryKind, LedgerStanding } from './incident-refs.js';

/** What people write down: entries, claims, questions, files. */
export type KnowledgeEvent =
  | {
      readonly type: 'entry-written';
      readonly kind: EntryKind;
      readonly text: string;
      readonly source: string | null;
      readonly contents: readonly ContentRef[];
    }
  | {
      readonly type: 'entry-corrected';
      readonly entry: number;
      readonly text: string;
      readonly reason: string;
    }
  | {
      readonly type: 'claim-recorded';
      readonly text: string;
      readonly standing: LedgerStanding;
      readonly source: string | null;
    }
  | {
      readonly type: 'claim-moved';
      readonly claim: number;
      readonly standing: LedgerStanding;
      readonly source: string | null;
      readonly reason: string;
    }
  | { readonly type: 'question-asked'; readonly to: PersonRef; readonly text: string }
  | { readonly type: 'question-answered'; readonly question: number; readonly text: string }
  | {
      readonly type: 'attachment-added';
      readonly attachment: AttachmentRef;
      readonly note: string | null;
    }
  /** Its content is gone; the hash stays, and says nothing without its salt. */
  | {
      readonly type: 'attachment-erased';
      readonly attachment: string;
      readonly reason: string;
    };
