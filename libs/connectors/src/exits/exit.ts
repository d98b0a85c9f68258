import type { OutletChannel, TextLanguage } from '@sturmwarte/domain';

/** A file that goes out with a text, with the bytes that go out. */
export interface DispatchFile {
  readonly name: string;
  readonly sha256: string;
  readonly content: Buffer;
}

/** A publication as it leaves: nothing in it but what was approved, and who sends it. */
export interface Dispatch {
  /** The publication's own name, the same however often it is asked about. */
  readonly key: string;
  /** When it was handed over, ISO. */
  readonly at: string;
  readonly brand: string;
  readonly channel: OutletChannel;
  readonly language: TextLanguage;
  readonly text: string;
  /** SHA-256 of its canonical wording, hex: what was approved. */
  readonly hash: string;
  readonly attachments: readonly DispatchFile[];
  /** Key of the publication it corrects. */
  readonly corrects: string | null;
  /** Somebody tries the exit: nothing of it is meant for the public. */
  readonly test: boolean;
}

/** What happened for one recipient of several. */
export interface Delivery {
  readonly recipient: string;
  readonly outcome: 'accepted' | 'refused' | 'unknown' | 'not-tried';
  readonly answer: string | null;
}

/** What is known about a sending. There is no fourth possibility, and none of them is a guess. */
export type SendOutcome = (
  | {
      readonly kind: 'confirmed';
      readonly link: string | null;
      readonly foreignId: string | null;
    }
  /** Certainly not out. */
  | { readonly kind: 'refused'; readonly why: string }
  /** It may have left: never send it again without having looked. */
  | { readonly kind: 'unknown'; readonly why: string }
) & {
  /** Of exits that reach several recipients. */
  readonly deliveries?: readonly Delivery[];
};

export type ReadBack =
  | { readonly kind: 'found'; readonly link: string | null; readonly foreignId: string | null }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unclear'; readonly why: string };

/** How whoever sends says that it is enough. */
export interface Reins {
  /** Breaks off at once; what was written may have arrived. */
  readonly signal: AbortSignal;
  /** May something new still be begun? Asked before each recipient. */
  readonly mayGoOn: () => boolean;
}

/** A way out of the house. Nothing is ever thrown: whatever goes wrong is an outcome. */
export interface Exit {
  send(dispatch: Dispatch, reins: Reins): Promise<SendOutcome>;
  /** Does the other side have it? Null: this exit cannot be asked. */
  readonly readBack: ((key: string, signal: AbortSignal) => Promise<ReadBack>) | null;
}
