import { DomainError } from '../errors.js';
import type { IncidentCommand } from '../incident/incident-command.js';
import type { Impact } from '../impact.js';
import type { Level } from '../level.js';
import { CRISIS_ROLES } from '../crisis-role.js';
import { aVariant, bound, CHAINS_TO_TRY, House } from './index.js';
import { mayApprove } from '../statement/may-approve.js';
import { settle } from '../incident/settle-publication.js';
import type { BoundVariant } from '../statement/statement-refs.js';

import { AGREED, KEYS, PEOPLE, pick, TEXTS } from './storm-cast.js';

/** What somebody tries next. Numbers are turned into people, texts and minutes when it is their turn. */
export type Move = readonly [kind: number, a: number, b: number, c: number];

/** The likelier moves more often: a walk in which nothing is ever released proves nothing. */
const KINDS = [
  ...['write', 'ask', 'ask', 'approve', 'approve', 'agree', 'agree', 'agree', 'agree', 'agree'],
  ...[
    'agree',
    'agree',
    'agree',
    'agree',
    'prepare',
    'prepare',
    'prepare',
    'prepare',
    'send',
    'send',
  ],
  ...['send', 'send', 'send', 'answer', 'by-hand', 'by-hand', 'return', 'recall', 'seat', 'vacate'],
  ...[
    'reachable',
    'level',
    'level',
    'lift',
    'impact',
    'time',
    'time',
    'time',
    'emergency',
    'glass',
  ],
  ...['review', 'bar', 'lift-bar', 'stop', 'resume', 'resume', 'restart', 'revise', 'drop'],
  ...['all-clear', 'expire', 'expire', 'steal'],
] as const;

export class Walk {
  readonly house = new House(pick(PEOPLE, 0), {}, { level: 3 });
  readonly agreedAt = new Map<number, boolean>();
  private agreed = true;
  private statement = 0;

  constructor(chain: number) {
    const writer = pick(PEOPLE, 2);
    this.statement = this.house.incident.version + 1;
    this.house.does(writer, {
      type: 'draft-statement',
      title: 'Worte',
      purpose: 'statement',
      ...{ step: null, template: null, core: '', claims: [], corrects: null, promise: null },
      chain: pick(CHAINS_TO_TRY, chain),
      variants: KEYS.map((key, index) =>
        aVariant(pick(TEXTS, index), key, index === 1 ? AGREED : null),
      ),
    });
  }

  take([kind, a, b, c]: Move): void {
    const before = this.house.entries.length;
    try {
      this.tryIt(pick(KINDS, kind), a, b, c);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
    this.house.entries.slice(before).forEach(({ seq }) => this.agreedAt.set(seq, this.agreed));
  }

  private tryIt(kind: (typeof KINDS)[number], a: number, b: number, c: number): void {
    const { house } = this;
    // Mostly the one who wrote it first: else everybody is soon an author, and nobody left to approve.
    const writes = ['write', 'ask', 'revise'].includes(kind) && a % 4 !== 0;
    const who = writes ? pick(PEOPLE, 2) : pick(PEOPLE, a);
    const reason = 'weil';
    const ask = (command: IncidentCommand): unknown => house.does(who, command);
    const of = { statement: this.statement };
    switch (kind) {
      case 'write': {
        const key = pick(KEYS, b);
        const base = this.variants().find((one) => one.channel === key.channel)?.versions.length;
        const agreed = c % 3 === 0 ? AGREED : null;
        const text = aVariant(pick(TEXTS, c), key, agreed);
        return void ask({ type: 'write-variant', ...of, base: base ?? 0, ...text });
      }
      case 'ask':
        return void ask({
          type: 'ask-approval',
          ...of,
          variants: b % 2 === 0 ? [this.bound(b, c)] : KEYS.map((_, index) => this.bound(index, c)),
          note: null,
        });
      case 'approve': {
        const role = pick(['pr', 'legal', 'board', 'lead', 'quality'] as const, c);
        const variants =
          b % 2 === 0 ? [this.bound(b >> 1, a)] : KEYS.map((_, i) => this.bound(i, a));
        return void ask({
          type: 'approve-wording',
          ...of,
          variants,
          role,
          note: null,
          proof: 'totp',
        });
      }
      case 'agree':
        return this.agree(a, b);
      case 'glass': {
        // A night in which nobody answers.
        const level = (4 + (b % 3)) as Level;
        this.tryAll(
          () => this.seat(a, b % 3 === 0),
          () => house.does(pick(PEOPLE, 0), { type: 'override-level', level, reason }),
          () => this.tryIt('ask', 2, 0, 1),
          () => (house.minute += 12 + (c % 12)),
          () => this.tryIt('emergency', a, b, 1),
        );
        return;
      }
      case 'return': {
        const role = pick(['pr', 'legal', 'board'] as const, c);
        return void ask({
          type: 'return-wording',
          ...of,
          ...this.bound(b, c),
          role,
          comment: reason,
        });
      }
      case 'recall':
        return void ask({ type: 'recall-wording', ...of, ...this.bound(b, c), reason });
      case 'seat': {
        if (a % 2 === 0) return this.seat(b);
        const role = pick(CRISIS_ROLES.slice(0, 5), b);
        const deputy = c % 3 === 0 ? null : pick(PEOPLE, c + 1);
        return void ask({ type: 'assign-role', role, person: pick(PEOPLE, c), deputy });
      }
      case 'vacate':
        return void ask({ type: 'vacate-role', role: pick(CRISIS_ROLES.slice(0, 5), b), reason });
      case 'reachable':
        return void ask({ type: 'say-reachable', reachable: b % 3 === 0, note: null });
      case 'level':
        return void house.does(pick(PEOPLE, a % 2), {
          type: 'override-level',
          level: (b % 7) as Level,
          reason,
        });
      case 'lift':
        return void house.does(pick(PEOPLE, a % 2), { type: 'lift-override', reason });
      case 'impact': {
        const impact = pick<Impact>(['A', 'B', 'C'], b);
        return void house.does(pick(PEOPLE, 5), { type: 'set-impact', impact, reason });
      }
      case 'time':
        house.minute += 1 + (b % 11);
        return;
      case 'emergency': {
        const out = { ...this.bound(1, c), reason, agreedNow: this.agreed, proof: 'totp' } as const;
        return void house.does(pick(PEOPLE, a % 3), {
          type: 'release-in-emergency',
          ...of,
          ...out,
        });
      }
      case 'review': {
        const release = house.incident.emergencies.at(-1)?.seq ?? 0;
        const verdict = b % 2 === 0 ? 'confirmed' : 'objected';
        return void ask({ type: 'review-emergency', release, verdict, note: reason });
      }
      case 'bar':
        return void ask({ type: 'bar-from-approving', person: pick(PEOPLE, b), reason });
      case 'lift-bar':
        return void ask({ type: 'lift-bar', person: pick(PEOPLE, b), reason });
      case 'prepare': {
        const exit = { id: 1 + (c % 2), name: 'Newsroom', kind: 'webhook' } as const;
        const plannedFor =
          c % 5 === 0 ? new Date(Date.parse(house.now) + 600_000).toISOString() : null;
        return void house.does(pick(PEOPLE, a % 3), {
          type: 'prepare-publication',
          ...{ ...of, ...this.bound(b, c), exit, plannedFor },
          ...{ corrects: null, agreedNow: this.agreed, proof: 'totp' },
        });
      }
      case 'by-hand':
        return void house.does(pick(PEOPLE, a % 3), {
          type: 'publish-by-hand',
          ...{ ...of, ...this.bound(b, c), corrects: null, link: 'https://a.example/1' },
          ...{ evidence: null, saidAt: house.now, agreedNow: this.agreed, proof: 'totp' },
        });
      case 'send':
        return this.send(b, {});
      case 'steal':
        // Somebody changed the text in the database: what is about to leave has another hash.
        return this.send(b, { textHash: aVariant('Gefälscht.').hash });
      case 'answer': {
        const sending = house.incident.publications.find(({ state }) => state === 'sending');
        const receipt = { link: null, foreignId: '1', at: house.now, how: 'answered' } as const;
        const outcome =
          b % 3 === 0
            ? ({ kind: 'unknown', why: 'Stille' } as const)
            : ({ kind: 'confirmed', receipt } as const);
        if (sending !== undefined) {
          house.append(settle(house.incident, sending.id, outcome, house.now), null);
        }
        return;
      }
      case 'stop':
        return house.append([{ type: 'posting-stopped', stop: 1, reason }], who);
      case 'resume':
        return house.append([{ type: 'posting-resumed', stop: 1, reason }], who);
      case 'restart':
        return house.restart(b);
      case 'revise':
        return void ask({ type: 'revise-statement', ...of, title: `T${b}`, core: '', claims: [] });
      case 'drop':
        if (b % 4 !== 0) return;
        return void ask({ type: 'drop-variant', ...of, ...pick(KEYS, c), reason });
      case 'all-clear':
        if (b % 4 !== 0) return void ask({ type: 'reopen', reason });
        return void ask({ type: 'give-all-clear', note: '', confirmed: [], reason });
      case 'expire':
        this.agreed = b % 2 === 0;
        return;
    }
  }

  /** Somebody who says yes wherever the house lets them; most of what happens in a house goes right. */
  private agree(a: number, b: number): void {
    const { house } = this;
    const statement = house.incident.statements[0];
    const variant = statement?.variants[b % KEYS.length];
    if (statement === undefined || variant === undefined) return;
    for (const index of PEOPLE.keys()) {
      const who = pick(PEOPLE, a + index);
      const [place] = mayApprove(house.incident, statement, variant, who, house.now).places;
      if (place === undefined) continue;
      house.does(who, {
        type: 'approve-wording',
        ...{ statement: statement.id, variants: [this.bound(b, 1)], role: place.role },
        ...{ note: null, proof: 'totp' },
      });
      return;
    }
  }

  private seat(a: number, alone = false): void {
    const seats = [
      ['pr', 1, 7],
      ['legal', 3, 4],
      ['board', 5, 6],
    ] as const;
    const [role, person, deputy] = pick(seats, a);
    this.house.does(pick(PEOPLE, 0), {
      ...{ type: 'assign-role', role },
      ...{ person: pick(PEOPLE, person), deputy: alone ? null : pick(PEOPLE, deputy) },
    });
  }

  /** One after the other; a refusal ends none of the others. */
  private tryAll(...steps: (() => unknown)[]): void {
    for (const step of steps) {
      try {
        step();
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
      }
    }
  }

  private send(which: number, changed: Parameters<House['sends']>[1]): void {
    const prepared = this.house.incident.publications.filter(({ state }) => state === 'prepared');
    const found = prepared[which % Math.max(1, prepared.length)];
    if (found === undefined) return;
    this.house.sends(found.id, { agreedNow: this.agreed, ...changed });
  }

  private variants() {
    return this.house.incident.statements.find(({ id }) => id === this.statement)?.variants ?? [];
  }

  /** Mostly the text as it is, at times the one before. */
  private bound(which: number, age: number): BoundVariant {
    const key = pick(KEYS, which);
    const versions = this.variants().find((one) => one.channel === key.channel)?.versions ?? [];
    const version = versions.at(age % 11 === 0 ? -2 : -1) ?? versions.at(-1);
    return bound({ ...key, hash: version?.hash ?? '' });
  }
}
