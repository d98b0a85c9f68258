import type { Actor } from '../incident/actor.js';
import type { CrisisRole } from '../crisis-role.js';
import type { Level } from '../level.js';
import { approvalStateOf } from '../statement/approval-state.js';
import { releaseOf } from '../statement/release-of.js';
import type { BoundVariant } from '../statement/statement-refs.js';
import { aVariant, bound, House, HOUSE_CHAIN } from './a-house.js';
import { WORDS_CAST } from './words-cast.js';

const { meier, oeztuerk } = WORDS_CAST;

/** One statement whose approval is asked, at level 3. */
export class ApprovalDesk {
  readonly german = aVariant('Wir prüfen Charge 7.');
  readonly english = aVariant('We are checking batch 7.', { channel: 'website', language: 'en' });
  readonly house = new House(meier, {}, { level: 3 });
  /** Of the statement drafted last. */
  id = 0;

  draft(by: Actor = oeztuerk, ...variants: ReturnType<typeof aVariant>[]): void {
    this.id = this.house.incident.version + 1;
    this.house.does(by, {
      type: 'draft-statement',
      title: 'Erste Worte',
      purpose: 'holding',
      ...{ step: null, template: null, core: 'Wir prüfen', claims: [], corrects: null },
      promise: null,
      chain: HOUSE_CHAIN,
      variants: variants.length === 0 ? [this.german] : variants,
    });
  }

  ask(by: Actor = oeztuerk, ...variants: BoundVariant[]) {
    return this.house.does(by, {
      type: 'ask-approval',
      statement: this.id,
      variants: variants.length === 0 ? [bound(this.german)] : variants.map(bound),
      note: null,
    });
  }

  yes(role: CrisisRole, ...variants: BoundVariant[]) {
    return {
      type: 'approve-wording',
      statement: this.id,
      variants: variants.length === 0 ? [bound(this.german)] : variants.map(bound),
      role,
      note: null,
      proof: 'totp',
    } as const;
  }

  level(to: Level) {
    return this.house.does(meier, { type: 'override-level', level: to, reason: 'es weht' });
  }

  seat(role: CrisisRole, person: Actor, deputy: Actor | null = null) {
    return this.house.does(meier, { type: 'assign-role', role, person, deputy });
  }

  statement() {
    return this.house.incident.statements[0]!;
  }

  release(of: BoundVariant = this.german) {
    return releaseOf(this.house.incident, this.statement(), of, of.hash, this.house.now, true);
  }

  state() {
    const [variant] = this.statement().variants;
    return approvalStateOf(this.house.incident, this.statement(), variant!, this.house.now);
  }
}
