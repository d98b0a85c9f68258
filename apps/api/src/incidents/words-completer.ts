import { Inject, Injectable } from '@nestjs/common';
import type { StatementOrder } from '@sturmwarte/contracts';
import {
  canonicalWording,
  DomainError,
  isSameVariant,
  textOf,
  type ApprovalChain,
  type BoundVariant,
  type Incident,
  type ProofMethod,
  type StatementCommand,
  type VariantKey,
  type WordingAttachment,
  type WrittenVariant,
} from '@sturmwarte/domain';
import {
  AttachmentRepository,
  ExitRepository,
  PersonRepository,
  sha256,
  type Database,
  type Tx,
} from '@sturmwarte/store';
import { createHash } from 'node:crypto';
import { AgreedWordings, type FilledFrom } from '../common/agreed-wordings.js';
import { FreshProof } from '../common/fresh-proof.js';
import { PlaybookShelf } from '../common/playbook-shelf.js';
import type { Principal } from '../common/principal.js';
import { DATABASE } from '../common/tokens.js';

type Order<T extends StatementOrder['type']> = Extract<StatementOrder, { readonly type: T }>;

/** Where an order is completed: the incident under its lock, by whom, when, in which transaction. */
export interface Occasion {
  readonly id: number;
  readonly incident: Incident;
  readonly principal: Principal;
  readonly at: string;
  readonly tx: Tx;
}

interface Written extends VariantKey {
  readonly text: string;
  readonly attachments: readonly string[];
  readonly agreed: FilledFrom | null;
}

/** What a console may not say about words is said here: hashes, proofs, chains, exits, and what is agreed. */
@Injectable()
export class WordsCompleter {
  private readonly attachments: AttachmentRepository;
  private readonly exits: ExitRepository;
  private readonly people: PersonRepository;

  constructor(
    @Inject(DATABASE) db: Database,
    private readonly shelf: PlaybookShelf,
    private readonly agreed: AgreedWordings,
    private readonly proofs: FreshProof,
  ) {
    this.attachments = new AttachmentRepository(db);
    this.exits = new ExitRepository(db);
    this.people = new PersonRepository(db);
  }

  async complete(order: StatementOrder, occasion: Occasion): Promise<StatementCommand> {
    switch (order.type) {
      case 'draft-statement': {
        const chain = await this.chainFor(order, occasion);
        return { ...order, chain, variants: await this.allWritten(order.variants, occasion) };
      }
      case 'write-variant':
        return { ...order, ...(await this.written(order, occasion)) };
      case 'approve-wording':
        return { ...order, proof: await this.proof(occasion) };
      case 'bar-from-approving':
      case 'lift-bar': {
        const { id, name } = await this.people.find(order.person.id);
        return { ...order, person: { id, name } };
      }
      case 'release-in-emergency':
      case 'publish-by-hand': {
        const agreedNow = await this.agreedNow(order, occasion);
        return { ...order, agreedNow, proof: await this.proof(occasion) };
      }
      case 'prepare-publication': {
        const agreedNow = await this.agreedNow(order, occasion);
        const exit = await this.exit(order, occasion);
        return { ...order, exit, agreedNow, proof: await this.proof(occasion) };
      }
      case 'settle-publication':
        return {
          ...order,
          receipt: order.receipt && { ...order.receipt, foreignId: null, how: 'by-hand' },
          proof: await this.proof(occasion),
        };
      default:
        return order;
    }
  }

  /** The chain of the playbook a text is written for, else of the first that runs, else the one all share. */
  private async chainFor(
    { step }: Order<'draft-statement'>,
    { incident }: Occasion,
  ): Promise<ApprovalChain> {
    const running = incident.runs.filter(({ stopped }) => stopped === null);
    const run = running.find(({ id }) => id === step?.run) ?? running[0];
    if (run === undefined) return this.shelf.houseChain;
    const { hash } = run.playbook;
    const chain = (await this.shelf.pinnedTo([hash])).get(hash)?.approval ?? [];
    return chain.length > 0 ? chain : this.shelf.houseChain;
  }

  private async allWritten(
    variants: readonly Written[],
    occasion: Occasion,
  ): Promise<WrittenVariant[]> {
    const all: WrittenVariant[] = [];
    for (const variant of variants) all.push(await this.written(variant, occasion));
    return all;
  }

  private async written(
    { channel, language, text, attachments: ids, agreed }: Written,
    occasion: Occasion,
  ): Promise<WrittenVariant> {
    const attachments = await this.bytesOf(ids, occasion);
    const hashes = attachments.map((one) => one.sha256);
    const hash = sha256(canonicalWording({ channel, language, text, attachments: hashes }));
    const { incident, at, tx } = occasion;
    // Files are no part of what was agreed: with one, it is another text.
    const from = attachments.length === 0 ? agreed : null;
    const source =
      from === null
        ? null
        : await this.agreed.sourceOf(from, { channel, language, text }, incident.brandId, at, tx);
    return { channel, language, text, attachments, agreed: source, hash };
  }

  /** From the content as it is stored, not as the console has it. */
  private async bytesOf(
    ids: readonly string[],
    { id: incidentId }: Occasion,
  ): Promise<WordingAttachment[]> {
    const found: WordingAttachment[] = [];
    for (const id of new Set(ids)) {
      const { name, content } = await this.attachments.read(incidentId, id);
      found.push({ id, name, sha256: createHash('sha256').update(content).digest('hex') });
    }
    return found;
  }

  private async proof({ principal, tx }: Occasion): Promise<ProofMethod> {
    return (await this.proofs.require(principal, tx)).by;
  }

  private async agreedNow(
    { statement: id, ...key }: BoundVariant & { readonly statement: number },
    { incident, at, tx }: Occasion,
  ): Promise<boolean> {
    const statement = incident.statements.find((one) => one.id === id);
    const variant = statement?.variants.find((one) => isSameVariant(one, key));
    if (variant === undefined) return false;
    return this.agreed.isValid(textOf(variant), variant, incident.brandId, at, tx);
  }

  private async exit(
    { exit: id, channel }: Order<'prepare-publication'>,
    { incident, tx }: Occasion,
  ) {
    const { name, kind, brandId, channels, active } = await this.exits.find(id, tx);
    if (brandId !== incident.brandId) throw new DomainError('not-found', { what: 'exit', id });
    if (!active || !channels.includes(channel)) {
      throw new DomainError('invalid-input', { field: 'exit' });
    }
    return { id, name, kind };
  }
}
