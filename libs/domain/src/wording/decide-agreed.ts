import type { PersonRef } from '../alert.js';
import { DomainError } from '../errors.js';
import { variablesOf } from '../playbook/variables-of.js';
import { may } from '../rights.js';
import type { Grant } from '../roles.js';
import type { BoundVariant, ProofMethod } from '../statement/statement-refs.js';
import { approvalsOf, variantOf } from './agreed-standing.js';
import type {
  AgreedEvent,
  AgreedRole,
  AgreedUse,
  AgreedVariant,
  AgreedWording,
} from './agreed-wording.js';
import { lintStatement } from './lint-statement.js';

/** What a person asks; hashes of texts are the server's, `proof` comes from the session. */
export type AgreedCommand =
  | {
      readonly type: 'write';
      /** Number of the newest entry the writer saw; 0: a new wording. */
      readonly base: number;
      readonly title: string;
      readonly use: AgreedUse;
      readonly variants: readonly AgreedVariant[];
      readonly validUntil: string;
      readonly note: string;
    }
  | {
      readonly type: 'approve';
      readonly role: AgreedRole;
      /** With the hashes that were on screen: what changed since is not approved. */
      readonly variants: readonly BoundVariant[];
      readonly proof: ProofMethod;
    }
  | {
      readonly type: 'return';
      readonly base: number;
      readonly role: AgreedRole;
      readonly comment: string;
    }
  | { readonly type: 'withdraw'; readonly reason: string };

export interface AgreedAsker extends PersonRef {
  readonly grants: readonly Grant[];
}

const DAY_MS = 86_400_000;
/** After a year nobody remembers why the words were right. */
export const MAX_AGREED_DAYS = 366;
/** A text of nothing but gaps would agree to anything. */
const MIN_FIXED_LETTERS = 20;

/** What happens when this person asks this, or a `DomainError` that says why not. Pure: the time is given. */
export function decideAgreed(
  wording: AgreedWording | null,
  brandId: number | null,
  command: AgreedCommand,
  asker: AgreedAsker,
  at: string,
): AgreedEvent {
  if (command.type === 'write') {
    requireRight(asker, 'wording.draft', brandId);
    if (wording !== null) requireCurrent(wording, command.base);
    const { title, use, variants, validUntil, note } = command;
    requireSound(command, at);
    return { type: 'written', title, use, variants, validUntil, note };
  }
  if (wording === null) throw new DomainError('not-found', { what: 'wording' });
  if (wording.withdrawn !== null) throw new DomainError('already-so');
  switch (command.type) {
    case 'approve': {
      const { role, variants, proof } = command;
      requireApprover(wording, role, asker);
      requireOpen(wording, variants, asker, at);
      return { type: 'approved', version: wording.version, role, variants, proof };
    }
    case 'return': {
      const { role, comment } = command;
      requireCurrent(wording, command.base);
      requireApprover(wording, role, asker);
      if (comment.trim() === '') throw new DomainError('reason-missing');
      return { type: 'returned', version: wording.version, role, comment };
    }
    case 'withdraw':
      requireRight(asker, 'wording.approve', wording.brandId);
      if (command.reason.trim() === '') throw new DomainError('reason-missing');
      return { type: 'withdrawn', reason: command.reason };
  }
}

function requireRight(
  { grants }: AgreedAsker,
  right: 'wording.draft' | 'wording.approve',
  brandId: number | null,
): void {
  if (!may(grants, right, brandId)) throw new DomainError('not-allowed', { right });
}

function requireCurrent(wording: AgreedWording, base: number): void {
  if (wording.withdrawn !== null) throw new DomainError('already-so');
  if (wording.seq !== base) {
    throw new DomainError('changed-meanwhile', { by: wording.written.by.name, seq: wording.seq });
  }
}

/** Holds the role for the brand of the words; of all brands when they are for all. Being admin is no such role. */
function requireApprover(
  { brandId, authors }: AgreedWording,
  role: AgreedRole,
  asker: AgreedAsker,
): void {
  const { id, grants } = asker;
  if (grants.length > 0 && grants.every((one) => one.role === 'admin')) {
    throw new DomainError('admin-approves');
  }
  const holds = grants.some(
    (one) => one.role === role && (one.brandId === null || one.brandId === brandId),
  );
  if (!holds) throw new DomainError('approval-role-needed', { roles: role });
  if (authors.some((author) => author.id === id)) throw new DomainError('author-approves');
}

function requireOpen(
  wording: AgreedWording,
  variants: readonly BoundVariant[],
  { id }: AgreedAsker,
  at: string,
): void {
  if (Date.parse(at) >= Date.parse(wording.validUntil)) {
    throw new DomainError('agreed-expired', { title: wording.title });
  }
  if (variants.length === 0) throw new DomainError('input-missing', { what: 'variants' });
  for (const bound of variants) {
    const variant = variantOf(wording, bound);
    if (variant?.hash !== bound.hash) {
      const { channel, language } = bound;
      throw new DomainError('wording-changed', { channel, language });
    }
    const own = approvalsOf(wording, variant).find(({ by }) => by.id === id);
    if (own !== undefined)
      throw new DomainError('approved-already', { role: own.role, at: own.at });
  }
}

function requireSound(command: Extract<AgreedCommand, { type: 'write' }>, at: string): void {
  const { title, use, variants, validUntil } = command;
  const left = Date.parse(validUntil) - Date.parse(at);
  const invalid = (what: string) => new DomainError('invalid-input', { what });
  if (title.trim() === '') throw invalid('title');
  if (use.levelFrom > use.levelTo) throw invalid('levels');
  if (!(left > 0 && left <= MAX_AGREED_DAYS * DAY_MS)) throw invalid('validUntil');
  if (variants.length === 0) throw invalid('variants');
  const keys = new Set(variants.map(({ channel, language }) => `${channel} ${language}`));
  if (keys.size < variants.length) throw invalid('variants');
  for (const { channel, language, text } of variants) {
    const names = variablesOf(text);
    const fixed = text.replace(/\{[^{}]*\}/g, '').replace(/[^\p{L}]/gu, '').length;
    const draft = { channel, language, text, purpose: use.purpose };
    const blocked = lintStatement(draft, {
      variables: names.filter(isName),
      asTemplate: true,
    }).find(({ severity }) => severity === 'block');
    if (blocked)
      throw new DomainError('wording-blocked', { rule: blocked.rule, channel, language });
    if (fixed < MIN_FIXED_LETTERS) {
      throw new DomainError('wording-blocked', { rule: 'only-gaps', channel, language });
    }
  }
}

function isName(variable: string): boolean {
  return /^\p{L}[\p{L}\p{N}_-]{0,39}$/u.test(variable);
}
