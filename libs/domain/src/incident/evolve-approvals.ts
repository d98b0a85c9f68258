import { IMPACTS, type Impact } from '../impact.js';
import type { Level } from '../level.js';
import { requiredRule } from '../statement/required-rule.js';
import type { Statement, Variant } from '../statement/statement.js';
import { changeStatement, changeVariant, isSameVariant, withAuthor } from './evolve-statements.js';
import { levelInForce, type Incident, type Stamp } from './incident.js';
import type { EventOf, IncidentEvent } from './incident-event.js';

/** Who was asked for a yes, said it, refused it or took it back; null for events of other kinds. */
export function evolveApprovals(
  incident: Incident,
  event: IncidentEvent,
  stamp: Stamp,
): Incident | null {
  switch (event.type) {
    case 'approval-asked':
      return changeStatement(incident, event.statement, (one) => ({
        authors: withAuthor(one, stamp.by),
        strictest: one.strictest ?? { ...axesOf(incident), since: stamp.at },
        variants: one.variants.map((variant) =>
          event.variants.some((asked) => isSameVariant(asked, variant))
            ? { ...variant, asked: stamp }
            : variant,
        ),
      }));
    case 'approval-given': {
      const { hash, role, standing, proof } = event;
      return changeVariant(incident, event.statement, event, ({ approvals }) => ({
        approvals: [...approvals, { ...stamp, hash, role, standing, proof }],
      }));
    }
    case 'approval-returned':
      return refused(incident, event, stamp, 'returned', event.comment);
    case 'approval-rejected':
      return refused(incident, event, stamp, 'rejected', event.reason);
    case 'approval-recalled':
      return refused(incident, event, stamp, 'recalled', event.reason);
    case 'emergency-released': {
      const { statement, channel, language, hash, agreed, reason, unanswered } = event;
      const release = { statement, channel, language, hash, reason, unanswered };
      const after = changeVariant(incident, statement, event, () => ({
        emergency: { ...stamp, hash, agreed, reason },
      }));
      const emergencies = [...incident.emergencies, { ...stamp, ...release, review: null }];
      return { ...after, emergencies };
    }
    case 'emergency-reviewed': {
      const review = { ...stamp, verdict: event.verdict, note: event.note };
      const emergencies = incident.emergencies.map((one) =>
        one.seq === event.release ? { ...one, review } : one,
      );
      return { ...incident, emergencies };
    }
    case 'approver-barred': {
      const { person, reason } = event;
      return { ...incident, barred: [...incident.barred, { ...stamp, person, reason }] };
    }
    case 'approver-bar-lifted':
      return {
        ...incident,
        barred: incident.barred.filter(({ person }) => person.id !== event.person.id),
      };
    default:
      return null;
  }
}

function refused(
  incident: Incident,
  event: EventOf<'approval-returned' | 'approval-rejected' | 'approval-recalled'>,
  stamp: Stamp,
  kind: NonNullable<Variant['refused']>['kind'],
  words: string,
): Incident {
  return changeVariant(incident, event.statement, event, () => ({
    asked: null,
    emergency: null,
    refused: { ...stamp, kind, hash: event.hash, words },
  }));
}

interface Axes {
  readonly level: Level;
  readonly impact: Impact | null;
}

/** How grave the incident is now. */
export function axesOf(incident: Pick<Incident, 'level' | 'impact'>): Axes {
  return { level: levelInForce(incident), impact: incident.impact?.impact ?? null };
}

/** Wind and impact rose: what waits for approval since before is judged by the stricter of then and now. */
export function followAxes(incident: Incident, at: string): Incident {
  if (!incident.statements.some((one) => stricter(one, incident, at) !== one.strictest)) {
    return incident;
  }
  const statements = incident.statements.map((one) => ({
    ...one,
    strictest: stricter(one, incident, at),
  }));
  return { ...incident, statements };
}

function stricter(
  { strictest, chain }: Statement,
  incident: Incident,
  at: string,
): Statement['strictest'] {
  if (strictest === null) return null;
  const now = axesOf(incident);
  const level = Math.max(strictest.level, now.level) as Level;
  const impact = graver(strictest.impact, now.impact);
  if (level === strictest.level && impact === strictest.impact) return strictest;
  const axes = { level, impact };
  const sameRule = [true, false].every(
    (agreed) => requiredRule(chain, axes, agreed) === requiredRule(chain, strictest, agreed),
  );
  return { ...axes, since: sameRule ? strictest.since : at };
}

function graver(one: Impact | null, other: Impact | null): Impact | null {
  if (one === null || other === null) return one ?? other;
  return IMPACTS.indexOf(one) >= IMPACTS.indexOf(other) ? one : other;
}
