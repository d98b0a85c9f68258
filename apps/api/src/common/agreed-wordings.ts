import { Injectable } from '@nestjs/common';
import type { AgreedSource, VariantKey } from '@sturmwarte/domain';
import type { Tx } from '@sturmwarte/store';

/** Wording agreed beforehand, by number, and the words put into its gaps. */
export interface FilledFrom {
  readonly id: number;
  readonly values: Readonly<Record<string, string>>;
}

/** Is this agreed wording still valid at this time, and is the text it with its gaps filled? */
export type AgreedCheck = (
  agreed: AgreedSource,
  text: string,
  key: VariantKey,
  at: string,
) => Promise<boolean>;

/** Wording approved beforehand, as the feature that keeps it answers for it. While nobody does, none is valid. */
@Injectable()
export class AgreedWordings {
  private check: AgreedCheck = () => Promise.resolve(false);

  use(check: AgreedCheck): void {
    this.check = check;
  }

  /** Where a text came from, if it is exactly that; null: it is a text like any other. */
  sourceOf(
    _filled: FilledFrom,
    _text: VariantKey & { readonly text: string },
    _brandId: number,
    _at: string,
    _tx: Tx,
  ): Promise<AgreedSource | null> {
    return Promise.resolve(null);
  }

  isValid(...asked: Parameters<AgreedCheck>): Promise<boolean> {
    return this.check(...asked);
  }
}
