import { Inject, Injectable } from '@nestjs/common';
import {
  statementOrderSchemas,
  type IncidentOrder,
  type StatementOrder,
} from '@sturmwarte/contracts';
import {
  brandsWith,
  DomainError,
  may,
  type ClockStageDue,
  type Incident,
  type IncidentCommand,
  type PersonRef,
} from '@sturmwarte/domain';
import {
  ContentHashes,
  IncidentRepository,
  PersonRepository,
  type Database,
  type Tx,
} from '@sturmwarte/store';
import { PlaybookShelf } from '../common/playbook-shelf.js';
import type { Principal } from '../common/principal.js';
import { DATABASE } from '../common/tokens.js';
import { LegalDesk } from './legal-desk.js';
import { WordsCompleter } from './words-completer.js';

type Order = Exclude<IncidentOrder, { readonly type: 'join-alert' | 'link' | 'unlink' }>;
const WORDS = new Set<string>(statementOrderSchemas.map(({ shape }) => shape.type.value));

interface Named {
  readonly id: number;
}

/** Turns what a console asks, in ids, into a command: names, due times and hashes are the server's to say. */
@Injectable()
export class OrderCompleter {
  private readonly people: PersonRepository;
  private readonly incidents: IncidentRepository;
  private readonly contents: ContentHashes;

  constructor(
    @Inject(DATABASE) db: Database,
    private readonly shelf: PlaybookShelf,
    private readonly legal: LegalDesk,
    private readonly words: WordsCompleter,
  ) {
    this.people = new PersonRepository(db);
    this.incidents = new IncidentRepository(db);
    this.contents = new ContentHashes(db);
  }

  async complete(
    order: Order,
    locked: { readonly id: number; readonly incident: Incident },
    at: string,
    tx: Tx,
    principal: Principal,
  ): Promise<IncidentCommand> {
    if (isAboutWords(order)) {
      const { id, incident } = locked;
      return this.words.complete(order, { id, incident, principal, at, tx });
    }
    const { grants } = principal;
    const { brandId } = locked.incident;
    switch (order.type) {
      case 'assign-role': {
        const { person, deputy } = order;
        return {
          ...order,
          person: await this.person(person, brandId),
          deputy: await this.maybe(deputy, brandId),
        };
      }
      case 'offer-hand-over':
      case 'ask-question':
        return { ...order, to: await this.person(order.to, brandId) };
      case 'ask-executive': {
        const { to, deputy } = order;
        return {
          ...order,
          to: await this.person(to, brandId),
          deputy: await this.maybe(deputy, brandId),
        };
      }
      case 'assign-step':
        return { ...order, person: await this.maybe(order.person, brandId) };
      case 'start-playbook': {
        const { ref, playbook } = this.shelf.find(order.playbookId);
        await this.incidents.keepPlaybook(ref.hash, playbook, tx);
        return { type: 'start-playbook', playbook: ref, reasons: [] };
      }
      case 'start-clock':
        return { ...order, stages: this.legal.stages(order.clock, order.anchors) };
      case 'fulfil-clock':
        return { ...order, stages: this.movedBy(order, locked.incident, at) };
      case 'write-entry': {
        const { mentionIds, ...entry } = order;
        const { spaceId } = locked.incident;
        const brands = brandsWith(grants, 'mentions.search');
        const contents = await this.contents.of(tx, locked.id, spaceId, mentionIds, brands);
        return { ...entry, contents };
      }
      default:
        return order;
    }
  }

  private movedBy(
    { clock: id, stage }: Extract<Order, { readonly type: 'fulfil-clock' }>,
    incident: Incident,
    at: string,
  ): readonly ClockStageDue[] {
    const clock = incident.legalClocks.find((one) => one.id === id);
    return clock === undefined ? [] : this.legal.movedBy(clock, stage, at);
  }

  /** Whoever is named must be able to act: a seat or a question gives nobody the right to write. */
  private async person({ id }: Named, brandId: number): Promise<PersonRef> {
    const { name, active, grants } = await this.people.find(id);
    if (!active) throw new DomainError('account-inactive');
    if (!may(grants, 'incident.write', brandId))
      throw new DomainError('cannot-write-here', { name });
    return { id, name };
  }

  private async maybe(person: Named | null, brandId: number): Promise<PersonRef | null> {
    return person === null ? null : this.person(person, brandId);
  }
}

function isAboutWords(order: Order): order is StatementOrder {
  return WORDS.has(order.type);
}
