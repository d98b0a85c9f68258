import { DomainError } from '../errors.js';
import type { Actor } from '../incident/actor.js';
import type { DecideContext } from '../incident/decide-context.js';
import { decideIncident } from '../incident/decide-incident.js';
import { evolveIncident, type FoldedEntry } from '../incident/evolve-incident.js';
import { handOver, type HandOverContext } from '../incident/hand-over-publication.js';
import type { Incident } from '../incident/incident.js';
import type { IncidentCommand } from '../incident/incident-command.js';
import type { IncidentEvent } from '../incident/incident-event.js';
import type { ApprovalChain } from '../playbook/approval-chain.js';
import { canonicalWording } from '../statement/canonical-wording.js';
import type { AgreedSource, BoundVariant, VariantKey } from '../statement/statement-refs.js';
import type { WrittenVariant } from '../statement/statement-command.js';
import { aContext, anOpening, minutesAfter, T0 } from './an-incident.js';

/** The chain of the house as `playbooks/core.yaml` has it. */
export const HOUSE_CHAIN: ApprovalChain = [
  rule(0, null),
  rule(3, 'B', stage(15, 8, 'pr')),
  rule(4, null, stage(15, 8, 'pr', 'legal')),
  rule(5, 'C', stage(15, 10, 'pr', 'legal'), stage(20, 10, 'board')),
  rule(6, null, stage(20, 10, 'board', 'legal')),
];

/** Other shapes a chain may have: any two of three, the same role in two stages, everybody at once at every level. */
export const CHAINS_TO_TRY: readonly ApprovalChain[] = [
  HOUSE_CHAIN,
  [rule(0, null), rule(2, 'B', { ...stage(10, 5, 'pr', 'legal', 'board'), quorum: 2 })],
  [rule(0, null), rule(3, null, stage(10, 4, 'pr'), stage(12, 6, 'pr', 'legal'))],
  [rule(0, null, stage(15, 8, 'legal', 'board'))],
];

type Rule = ApprovalChain[number];

function stage(
  minutes: number,
  deputyAfterMinutes: number,
  ...roles: Rule['stages'][number]['roles']
): Rule['stages'][number] {
  return { roles, quorum: null, minutes, deputyAfterMinutes };
}

function rule(
  levelFrom: Rule['levelFrom'],
  impactFrom: Rule['impactFrom'],
  ...stages: Rule['stages']
): Rule {
  return { levelFrom, impactFrom, stages, publicWithinMinutes: 60 };
}

/** Stands for SHA-256 where a test only needs that different texts have different names. */
export function nameOf(key: VariantKey, text: string): string {
  return canonicalWording({ ...key, text, attachments: [] });
}

export function aVariant(
  text: string,
  key: VariantKey = { channel: 'website', language: 'de' },
  agreed: AgreedSource | null = null,
): WrittenVariant {
  return { ...key, text, attachments: [], agreed, hash: nameOf(key, text) };
}

export function bound({ channel, language, hash }: BoundVariant): BoundVariant {
  return { channel, language, hash };
}

/** An incident that people act on, one after the other, at times the test sets. */
export class House {
  readonly entries: FoldedEntry[] = [];
  private folded: Incident | null = null;
  private readonly around: DecideContext;
  minute = 0;

  constructor(
    by: Actor,
    more: Partial<DecideContext> = {},
    opening: Parameters<typeof anOpening>[0] = {},
  ) {
    this.append([anOpening(opening)], by);
    this.around = aContext(by, this.incident, more);
  }

  get incident(): Incident {
    if (this.folded === null) throw new Error('nothing has happened yet');
    return this.folded;
  }

  get now(): string {
    return minutesAfter(T0, this.minute);
  }

  /** What a person asks. Answers the events; throws the refusal. */
  does(actor: Actor, command: IncidentCommand): readonly IncidentEvent[] {
    const context = { ...this.around, at: this.now, actor, seen: this.incident.version };
    const events = decideIncident(this.incident, command, context);
    this.append(events, actor);
    return events;
  }

  /** The refusal a person gets; fails when they get none. */
  refuses(actor: Actor, command: IncidentCommand): DomainError {
    try {
      this.does(actor, command);
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
    throw new Error(`${actor.name} was not refused ${command.type}`);
  }

  /** The machine tries to let a prepared publication out; the text leaving is the one it was prepared with. */
  sends(publication: number, context: Partial<HandOverContext> = {}) {
    const hash = this.incident.publications.find(({ id }) => id === publication)?.hash ?? '';
    const given = { at: this.now, textHash: hash, agreedNow: true, stopped: false, ...context };
    const decided = handOver(this.incident, publication, given);
    if (decided.kind !== 'hold') this.append(decided.events, null);
    return decided;
  }

  /** The server is started anew: the same journal is read again, its beginning from where it was stored. */
  restart(cut: number): void {
    const middle = 1 + (cut % this.entries.length);
    const early = this.entries.slice(0, middle).reduce<Incident | null>(evolveIncident, null);
    const stored = JSON.parse(JSON.stringify(early)) as Incident;
    this.folded = this.entries.slice(middle).reduce<Incident>(evolveIncident, stored);
  }

  append(events: readonly IncidentEvent[], by: Actor | null): void {
    for (const event of events) {
      const ref = by === null ? null : { id: by.id, name: by.name };
      const entry = { seq: this.entries.length + 1, at: this.now, by: ref, event };
      this.entries.push(entry);
      this.folded = evolveIncident(this.folded, entry);
    }
  }
}
