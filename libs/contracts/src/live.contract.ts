import type { JournalEntry, MuteEvent, Space } from '@sturmwarte/domain';
import { z } from 'zod';
import type { AlertView } from './alert.contract.js';
import type { TopicPulse } from './board.contract.js';
import type { SourceHealth } from './source.contract.js';
import type { IntakeReceipt } from './mention.contract.js';
import type { Reply } from './reply.js';

/**
 * The socket to the consoles, namespace `/live`, signed in by the session cookie.
 * A stream is a brand's numbered log (0: the house). Numbers have no gaps; they are the truth, the socket is not.
 */
export const HOUSE_STREAM = 0;

export type LiveBody =
  | { readonly type: 'alert'; readonly alert: AlertView }
  /** An incident's journal grew up to this number: whoever may enter fetches the rest. */
  | {
      readonly type: 'incident';
      readonly incidentId: number;
      readonly seq: number;
      /** The incident's number, when this was its all-clear: everybody who was alarmed hears of it, by number only. */
      readonly allClear?: string;
    }
  /** A posting stop of the brand came or was lifted: whoever publishes asks what holds. */
  | { readonly type: 'posting'; readonly brandId: number }
  | { readonly type: 'topics'; readonly spaceId: number }
  /** Somebody said what a stretch of a topic's past was, or took it back. */
  | { readonly type: 'labels'; readonly spaceId: number; readonly topicId: number }
  /** The calendar of planned peaks changed. */
  | { readonly type: 'peaks'; readonly spaceId: number }
  /** A mute was set, changed, is about to end, or has ended. */
  | {
      readonly type: 'mute';
      readonly spaceId: number;
      readonly muteId: number;
      readonly news: MuteEvent['kind'];
      readonly name: string;
      readonly until: string;
    }
  | { readonly type: 'source'; readonly sourceId: number; readonly health: SourceHealth | null }
  | { readonly type: 'space'; readonly space: Space }
  | { readonly type: 'rights'; readonly personId: number }
  /** The house's words changed: agreed wordings, or the rules for texts. */
  | { readonly type: 'wordings' };

export interface LiveMessage {
  readonly stream: number;
  readonly seq: number;
  readonly at: string;
  readonly body: LiveBody;
}

/** Client to server: what I have seen last, per stream. Asked on connect and whenever a gap shows. */
export const resumeSchema = z.object({
  streams: z
    .array(z.object({ stream: z.number().int().min(0), seq: z.number().int().min(-1) }))
    .max(1_000),
});
export interface Resumed {
  /** Everything after the numbers sent, in order; empty for a first connect (`seq: -1`). */
  readonly messages: readonly LiveMessage[];
  /** Newest number per stream this person may see. */
  readonly heads: readonly { readonly stream: number; readonly seq: number }[];
  /** Streams whose gap is too old: fetch the state anew. */
  readonly reset: readonly number[];
}
/** Client to server: which space's pulses and mentions to send (`mentions`: also the mention stream). */
export const watchSchema = z.object({
  spaceId: z.number().int().positive(),
  mentions: z.boolean().default(false),
});

/** Volatile, coalesced to 4 Hz: a lost one is replaced by the next. */
export interface Pulse {
  readonly spaceId: number;
  /** The space's clock. */
  readonly now: string;
  readonly topics: readonly TopicPulse[];
  /** Newest mention id and how many arrived since the last pulse, per topic. */
  readonly arrived: readonly { readonly topicId: number; readonly count: number }[];
}

/** Server clock, once a second; drives countdowns and the "connected" badge. */
export interface Beat {
  readonly now: string;
}

/**
 * New entries of a journal, sent just before the numbered message that tells of them, to whoever may enter: saves the
 * question. May be left out or lost at any time (too large, another node); the number is the truth.
 */
export interface EntriesAlong {
  readonly incidentId: number;
  readonly entries: readonly JournalEntry[];
}

export interface ServerToConsole {
  message: (message: LiveMessage) => void;
  entries: (along: EntriesAlong) => void;
  pulse: (pulse: Pulse) => void;
  beat: (beat: Beat) => void;
}
export interface ConsoleToServer {
  resume: (request: z.input<typeof resumeSchema>, reply: (reply: Reply<Resumed>) => void) => void;
  watch: (request: z.input<typeof watchSchema>, reply: (reply: Reply<null>) => void) => void;
}

/** Namespace `/intake`, signed in by `auth.token`: acknowledged pushes, answered after commit. */
export interface SourceToServer {
  mentions: (items: unknown, reply: (reply: Reply<IntakeReceipt>) => void) => void;
}
