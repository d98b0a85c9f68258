import { Injectable } from '@nestjs/common';
import {
  fitsAgreed,
  isAgreed,
  variantOf,
  type AgreedSource,
  type AgreedVariant,
  type AgreedWording,
  type VariantKey,
  type VariantVersion,
} from '@sturmwarte/domain';
import { agreedWording, type Tx } from '@sturmwarte/store';

/** Wording agreed beforehand, by number, and the words put into its gaps. */
export interface FilledFrom {
  readonly id: number;
  readonly values: Readonly<Record<string, string>>;
}

interface Text extends VariantKey {
  readonly text: string;
}

/** Is a text exactly what was agreed beforehand, and is that still valid? Asked when it is written and when it leaves. */
@Injectable()
export class AgreedWordings {
  /** Where a text came from, if it is exactly that; null: it is a text like any other. */
  async sourceOf(
    { id, values }: FilledFrom,
    text: Text,
    brandId: number,
    at: string,
    tx: Tx,
  ): Promise<AgreedSource | null> {
    const found = await this.valid(id, text, brandId, at, tx);
    if (found === null || !fitsAgreed(found.variant, values, text.text)) return null;
    const { version, title } = found.wording;
    return { id, version, title, hash: found.variant.hash, values };
  }

  /** Of the same version, valid at this moment, and still this very text with its gaps filled. */
  async isValid(
    { agreed, text, attachments }: VariantVersion,
    { channel, language }: VariantKey,
    brandId: number,
    at: string,
    tx: Tx,
  ): Promise<boolean> {
    if (agreed === null || attachments.length > 0) return false;
    const found = await this.valid(agreed.id, { channel, language }, brandId, at, tx);
    return (
      found !== null &&
      found.wording.version === agreed.version &&
      found.variant.hash === agreed.hash &&
      fitsAgreed(found.variant, agreed.values, text)
    );
  }

  private async valid(
    id: number,
    key: VariantKey,
    brandId: number,
    at: string,
    tx: Tx,
  ): Promise<{ readonly wording: AgreedWording; readonly variant: AgreedVariant } | null> {
    const wording = await agreedWording(id, tx);
    if (wording === null || !isAgreed(wording, key, at)) return null;
    if (wording.brandId !== null && wording.brandId !== brandId) return null;
    const variant = variantOf(wording, key);
    return variant === null ? null : { wording, variant };
  }
}
