import type { PersonRef } from '../alert.js';
import type { OutletChannel } from '../playbook/outlet-channel.js';
import type { Approval, Publication } from '../statement/statement.js';
import type { PublicationReceipt, TextLanguage } from '../statement/statement-refs.js';
import type { Incident } from './incident.js';

/** What was said where and when: one publication that is out, or may be, with everything that proves it. */
export interface PublicWord {
  readonly publication: number;
  readonly title: string;
  readonly channel: OutletChannel;
  readonly language: TextLanguage;
  readonly exit: string;
  /** When it stood there, ISO; of an unknown one: since when nobody knows. */
  readonly at: string;
  readonly isKnown: boolean;
  readonly receipt: PublicationReceipt | null;
  readonly hash: string;
  /** Null only when no version has this hash any more, which the journal rules out. */
  readonly text: string | null;
  readonly by: PersonRef | null;
  /** Who had said yes to exactly this text. */
  readonly approvals: readonly Pick<Approval, 'by' | 'role' | 'at'>[];
  readonly corrects: number | null;
  /** The publications that put it right. */
  readonly correctedBy: readonly number[];
}

/** Everything the public has heard from us in this incident, in the order it was said. */
export function publicWords(
  incident: Pick<Incident, 'statements' | 'publications'>,
): readonly PublicWord[] {
  return incident.publications
    .filter(({ state }) => state === 'confirmed' || state === 'unknown')
    .map((one) => wordOf(incident, one))
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

function wordOf(
  { statements, publications }: Pick<Incident, 'statements' | 'publications'>,
  one: Publication,
): PublicWord {
  const statement = statements.find(({ id }) => id === one.statement);
  const variant = statement?.variants.find(
    ({ channel, language }) => channel === one.channel && language === one.language,
  );
  const text = variant?.versions.findLast(({ hash }) => hash === one.hash)?.text ?? null;
  return {
    publication: one.id,
    title: statement?.title ?? '',
    channel: one.channel,
    language: one.language,
    exit: one.exit.name,
    at: one.receipt?.at ?? one.moved.at,
    isKnown: one.state === 'confirmed',
    receipt: one.receipt,
    hash: one.hash,
    text,
    by: one.prepared.by,
    approvals: (variant?.approvals ?? [])
      .filter(({ hash, seq }) => hash === one.hash && seq < one.prepared.seq)
      .map(({ by, role, at }) => ({ by, role, at })),
    corrects: one.corrects,
    correctedBy: publications
      .filter(({ corrects, state }) => corrects === one.id && state === 'confirmed')
      .map(({ id }) => id),
  };
}
