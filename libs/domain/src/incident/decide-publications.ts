import { DomainError } from '../errors.js';
import { isOutward } from '../statement/outward-channels.js';
import { releaseOf } from '../statement/release-of.js';
import type { Statement } from '../statement/statement.js';
import type { BoundVariant } from '../statement/statement-refs.js';
import { requireIncidentRight } from './actor.js';
import { boundOf } from './bound-of.js';
import { requireReason, type DecideContext } from './decide-context.js';
import { requireSaid } from './decide-statements.js';
import { isSameVariant } from './evolve-statements.js';
import { isUnderWay, liveStatement, publicationOf, seenVariant, underWay } from './find-wording.js';
import type { Incident } from './incident.js';
import type { CommandOf } from './incident-command.js';
import type { IncidentEvent } from './incident-event.js';
import { insiderLock } from './insider-lock.js';
import { saidInPublic } from './said-in-public.js';

export type PublicationsCommand = CommandOf<
  'prepare-publication' | 'withdraw-publication' | 'settle-publication' | 'publish-by-hand'
>;

/** Texts on their way out, as far as people decide it; what the machine decides is `handOver` and `settle`. */
export function decidePublications(
  incident: Incident,
  command: PublicationsCommand,
  context: DecideContext,
): readonly IncidentEvent[] {
  const { actor, at } = context;
  requireIncidentRight(incident, actor, 'statement.publish');
  switch (command.type) {
    case 'prepare-publication': {
      const { exit, plannedFor, corrects, proof, agreedNow } = command;
      const statement = liveStatement(incident, command.statement);
      if (exit.kind === 'hand') throw new DomainError('invalid-input', { field: 'exit' });
      requireReleased(incident, statement, command, agreedNow, at);
      requireOnce(incident, command, exit.id);
      if (corrects !== null) requireSaid(incident, corrects);
      const bound = boundOf(command);
      // A posting stop refuses nothing here: what is prepared waits until it is lifted.
      return [
        {
          type: 'publication-prepared',
          ...{ statement: statement.id, ...bound, exit, plannedFor, corrects, proof },
        },
      ];
    }
    case 'withdraw-publication': {
      requireReason(command.reason);
      const publication = publicationOf(incident, command.publication);
      if (isUnderWay(publication)) throw underWay(publication);
      if (publication.state !== 'prepared') throw settledAlready(publication.moved);
      return [
        { type: 'publication-withdrawn', publication: publication.id, reason: command.reason },
      ];
    }
    case 'settle-publication': {
      requireReason(command.reason);
      const publication = publicationOf(incident, command.publication);
      if (publication.state === 'sending') throw underWay(publication);
      if (publication.state !== 'unknown') throw settledAlready(publication.moved);
      const { id } = publication;
      if (command.outcome === 'not-out') {
        return [{ type: 'publication-failed', publication: id, why: command.reason }];
      }
      const receipt = command.receipt ?? { link: null, foreignId: null, at, how: 'by-hand' };
      return saidInPublic(
        incident,
        [
          {
            type: 'publication-confirmed',
            publication: id,
            receipt: { ...receipt, how: 'by-hand' },
          },
        ],
        at,
      );
    }
    case 'publish-by-hand':
      return byHand(incident, command, at);
  }
}

/** A person has posted it: recorded only where it was released, with something to show for it. */
function byHand(
  incident: Incident,
  command: CommandOf<'publish-by-hand'>,
  at: string,
): readonly IncidentEvent[] {
  const { corrects, link, evidence, saidAt, proof, agreedNow } = command;
  const statement = liveStatement(incident, command.statement);
  requireReleased(incident, statement, command, agreedNow, at);
  if (Date.parse(saidAt) > Date.parse(at)) throw new DomainError('date-in-future', { field: 'at' });
  const { postingStop } = incident;
  if (postingStop !== null && Date.parse(saidAt) >= Date.parse(postingStop.at)) {
    const { by, at: since } = postingStop;
    throw new DomainError('posting-stopped', { by: by?.name ?? null, at: since });
  }
  if (link === null && evidence === null) throw new DomainError('input-missing', { key: 'link' });
  if (evidence !== null) {
    const known = incident.attachments.some(({ id, erased }) => id === evidence && erased === null);
    if (!known) throw new DomainError('not-found', { what: 'attachment', id: evidence });
  }
  if (corrects !== null) requireSaid(incident, corrects);
  const said = { statement: statement.id, ...boundOf(command), corrects, link, evidence, saidAt };
  return saidInPublic(incident, [{ type: 'published-by-hand', ...said, proof }], at);
}

function requireReleased(
  incident: Incident,
  statement: Statement,
  bound: BoundVariant,
  agreedNow: boolean,
  at: string,
): void {
  seenVariant(statement, bound);
  const { refusal } = releaseOf(incident, statement, bound, bound.hash, at, agreedNow);
  if (refusal !== null) throw refusal;
  const lock = isOutward(bound.channel) ? insiderLock(incident) : null;
  if (lock !== null) throw lock;
}

/** The same words through the same exit: once. Whatever is under way is settled first. */
function requireOnce({ publications }: Incident, bound: BoundVariant, exit: number): void {
  const same = publications.find(
    (one) =>
      one.exit.id === exit &&
      one.hash === bound.hash &&
      isSameVariant(one, bound) &&
      one.state !== 'failed' &&
      one.state !== 'withdrawn',
  );
  if (same === undefined) return;
  if (isUnderWay(same)) throw underWay(same);
  const { by, at } = same.prepared;
  throw new DomainError('published-already', { by: by?.name ?? null, at, state: same.state });
}

function settledAlready({
  by,
  at,
}: {
  readonly by: { readonly name: string } | null;
  readonly at: string;
}): DomainError {
  return new DomainError('already-decided', { by: by?.name ?? null, at });
}
