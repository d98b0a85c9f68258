import type { PersonRef } from '../alert.js';
import type { Statement, Variant } from '../statement/statement.js';
import type { VariantKey } from '../statement/statement-refs.js';
import type { Incident, Stamp } from './incident.js';
import type { EventOf, IncidentEvent } from './incident-event.js';

/** Statements, their texts and what was remarked on them; null for events of other kinds. */
export function evolveStatements(
  incident: Incident,
  event: IncidentEvent,
  stamp: Stamp,
): Incident | null {
  switch (event.type) {
    case 'statement-drafted':
      return { ...incident, statements: [...incident.statements, drafted(event, stamp)] };
    case 'statement-revised': {
      const { title, core, claims } = event;
      return changeStatement(incident, event.statement, (one) => ({
        ...{ title, core, claims },
        revised: stamp,
        authors: withAuthor(one, stamp.by),
      }));
    }
    case 'variant-written':
      return changeStatement(incident, event.statement, (one) => ({
        variants: withVersion(one.variants, event, stamp),
        authors: withAuthor(one, stamp.by),
      }));
    case 'variant-dropped':
      return changeVariant(incident, event.statement, event, () => ({
        dropped: { ...stamp, reason: event.reason },
        asked: null,
      }));
    case 'statement-dropped':
      return changeStatement(incident, event.statement, () => ({
        dropped: { ...stamp, reason: event.reason },
      }));
    case 'wording-commented': {
      const { variant, version, text } = event;
      const comment = { ...stamp, variant, version, text, settled: null };
      return changeStatement(incident, event.statement, ({ comments }) => ({
        comments: [...comments, comment],
      }));
    }
    case 'comment-settled':
      return {
        ...incident,
        statements: incident.statements.map((one) => ({
          ...one,
          comments: one.comments.map((comment) =>
            comment.seq === event.comment ? { ...comment, settled: stamp } : comment,
          ),
        })),
      };
    default:
      return null;
  }
}

function drafted(event: EventOf<'statement-drafted'>, stamp: Stamp): Statement {
  const { type: _type, ...words } = event;
  return {
    id: stamp.seq,
    ...words,
    drafted: stamp,
    revised: stamp,
    authors: stamp.by === null ? [] : [stamp.by],
    strictest: null,
    variants: [],
    comments: [],
    dropped: null,
  };
}

/** A new version: nothing that was said about the one before it holds any longer. */
function withVersion(
  variants: readonly Variant[],
  event: EventOf<'variant-written'>,
  written: Stamp,
): Variant[] {
  const { channel, language, version, text, attachments, agreed, hash } = event;
  const known = variants.find((one) => isSameVariant(one, event));
  const next: Variant = {
    channel,
    language,
    versions: [...(known?.versions ?? []), { version, text, attachments, agreed, hash, written }],
    asked: null,
    approvals: known?.approvals ?? [],
    refused: null,
    emergency: null,
    dropped: null,
  };
  if (known === undefined) return [...variants, next];
  return variants.map((one) => (one === known ? next : one));
}

export function isSameVariant(one: VariantKey, other: VariantKey): boolean {
  return one.channel === other.channel && one.language === other.language;
}

export function withAuthor({ authors }: Statement, by: PersonRef | null): readonly PersonRef[] {
  return by === null || authors.some(({ id }) => id === by.id) ? authors : [...authors, by];
}

export function changeStatement(
  incident: Incident,
  id: number,
  changeOf: (statement: Statement) => Partial<Statement>,
): Incident {
  const statements = incident.statements.map((one) =>
    one.id === id ? { ...one, ...changeOf(one) } : one,
  );
  return { ...incident, statements };
}

export function changeVariant(
  incident: Incident,
  statement: number,
  key: VariantKey,
  changeOf: (variant: Variant) => Partial<Variant>,
): Incident {
  return changeStatement(incident, statement, ({ variants }) => ({
    variants: variants.map((one) => (isSameVariant(one, key) ? { ...one, ...changeOf(one) } : one)),
  }));
}
