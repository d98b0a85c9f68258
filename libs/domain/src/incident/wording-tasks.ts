import { may } from '../rights.js';
import { isOutAlready } from '../statement/is-out-already.js';
import { mayApprove, type OfferedPlace } from '../statement/may-approve.js';
import type { EmergencyRelease, Publication, Statement, Variant } from '../statement/statement.js';
import type { Actor } from './actor.js';
import type { Incident } from './incident.js';
import { approvalClockKey } from './wording-clocks.js';

/** What waits for one person about the words of an incident, with the clock it goes by, if any. */
export type WordingTask =
  | {
      readonly kind: 'approve';
      readonly key: string;
      readonly clockKey: string;
      readonly since: string;
      readonly statement: Statement;
      readonly place: OfferedPlace;
      /** The texts this person may judge in that place, all at once. */
      readonly variants: readonly Variant[];
    }
  | {
      readonly kind: 'review-emergency';
      readonly key: string;
      readonly clockKey: string;
      readonly since: string;
      readonly release: EmergencyRelease;
      readonly title: string;
    }
  | {
      readonly kind: 'settle-publication';
      readonly key: string;
      readonly clockKey: null;
      readonly since: string;
      readonly publication: Publication;
      readonly title: string;
    };

export function wordingTasks(incident: Incident, actor: Actor, at: string): WordingTask[] {
  if (incident.state === 'merged') return [];
  return [
    ...incident.statements.flatMap((one) => approvalTasks(incident, one, actor, at)),
    ...reviewTasks(incident, actor),
    ...settleTasks(incident, actor),
  ];
}

function approvalTasks(
  incident: Incident,
  statement: Statement,
  actor: Actor,
  at: string,
): WordingTask[] {
  const offered = statement.variants.flatMap((variant) => {
    if (isOutAlready(incident, statement, variant)) return [];
    const [place] = mayApprove(incident, statement, variant, actor, at).places;
    return place === undefined ? [] : [{ variant, place }];
  });
  const keyOf = ({ stage, role }: OfferedPlace): string =>
    approvalClockKey(statement.id, stage, role);
  return [...new Set(offered.map(({ place }) => keyOf(place)))].flatMap((key) => {
    const own = offered.filter(({ place }) => keyOf(place) === key);
    const [first] = own;
    if (first === undefined) return [];
    const since = first.variant.asked?.at ?? at;
    const variants = own.map(({ variant }) => variant);
    const { place } = first;
    return [{ kind: 'approve', key, clockKey: key, since, statement, place, variants }];
  });
}

function reviewTasks(incident: Incident, actor: Actor): WordingTask[] {
  if (!may(actor.grants, 'statement.review', incident.brandId)) return [];
  return incident.emergencies
    .filter(({ review, by }) => review === null && by?.id !== actor.id)
    .map((release): WordingTask => {
      const key = `emergency:${release.seq}`;
      const title = titleOf(incident, release.statement);
      return {
        kind: 'review-emergency',
        ...{ key, clockKey: key },
        since: release.at,
        ...{ release, title },
      };
    });
}

function settleTasks(incident: Incident, actor: Actor): WordingTask[] {
  if (!may(actor.grants, 'statement.publish', incident.brandId)) return [];
  return incident.publications
    .filter(({ state }) => state === 'unknown')
    .map((publication) => ({
      kind: 'settle-publication',
      key: `publication:${publication.id}`,
      clockKey: null,
      since: publication.moved.at,
      publication,
      title: titleOf(incident, publication.statement),
    }));
}

function titleOf({ statements }: Incident, id: number): string {
  return statements.find((one) => one.id === id)?.title ?? '';
}
