import { Inject, Injectable } from '@nestjs/common';
import {
  statementOrderSchemas,
  type IncidentOrder,
  type StatementOrder,
} from '@sturmwarte/contracts';
import {
  brandsWith,
  DomainError,
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
    switch (order.type) {
      case 'assign-role': {
        const { person, deputy } = order;
        return { ...order, person: await this.person(person), deputy: await this.maybe(deputy) };
      }
      case 'offer-hand-over':
      case 'ask-question':
        return { ...order, to: await this.person(order.to) };
      case 'ask-executive': {
        const { to, deputy } = order;
        return { ...order, to: await this.person(to), deputy: await this.maybe(deputy) };
      }
      case 'assign-step':
        return { ...order, person: await this.maybe(order.person) };
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

  private async person({ id }: { readonly id: number }): Promise<PersonRef> {
    const { name, active } = await this.people.find(id);
    if (!active) throw new DomainError('account-inactive');
    return { id, name };
  }

  private async maybe(person: { readonly id: number } | null): Promise<PersonRef | null> {
    return person === null ? null : this.person(person);
  }
}

function isAboutWords(order: Order): order is StatementOrder {
  return WORDS.has(order.type);
}
