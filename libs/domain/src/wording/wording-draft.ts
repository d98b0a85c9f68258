import type { OutletChannel } from '../playbook/outlet-channel.js';
import type { WordingRule } from '../playbook/wording-rule.js';
import type { StatementPurpose, TextLanguage } from '../statement/statement-refs.js';
import type { FormOfAddress } from './form-of-address.js';
import type { HouseWordingRule } from './house-wording-rule.js';

/** A text somebody writes. */
export interface WordingDraft {
  readonly text: string;
  readonly channel: OutletChannel;
  readonly language: TextLanguage;
  readonly purpose: StatementPurpose;
}

/** What the lint is told; whatever is left out is not looked at. */
export interface WordingContext {
  /** The house's setting for the brand. */
  readonly address?: FormOfAddress | null;
  /** The language somebody else found the text to be in. */
  readonly detectedLanguage?: 'de' | 'en' | 'other' | null;
  /** Names that may stand between braces. */
  readonly variables?: readonly string[];
  /** A text to be filled later: known variables may stay open. */
  readonly asTemplate?: boolean;
  /** Rules of the playbooks that run, and what was decided in them. */
  readonly playbookRules?: readonly WordingRule[];
  readonly answers?: Readonly<Record<string, string>>;
  readonly houseRules?: readonly HouseWordingRule[];
  /** Hashtags the critics gather under, with or without the sign. */
  readonly criticHashtags?: readonly string[];
}
