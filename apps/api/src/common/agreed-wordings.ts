import { Injectable } from '@nestjs/common';
import type { AgreedSource, VariantKey } from '@sturmwarte/domain';

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

  isValid(...asked: Parameters<AgreedCheck>): Promise<boolean> {
    return this.check(...asked);
  }
}
