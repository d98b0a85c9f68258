import type { MentionView, MuteCreate } from '@sturmwarte/contracts';
import type { Text } from '../language/text.js';

/** What may be muted beside a whole topic, with its name in words. */
export interface QuietChoice {
  readonly subject: Exclude<MuteCreate['subject'], { kind: 'topic' }>;
  readonly label: string;
  /** The text whose copies it is about; absent: of something else. */
  readonly text?: Pick<MentionView, 'title' | 'text' | 'lang'>;
}

/** What somebody wants to mute, and the topics it is heard by. */
export interface QuietTarget {
  readonly choices: readonly QuietChoice[];
  /** Topics it may be muted for, and whose brands; empty: all of the space. */
  readonly topicIds: readonly number[];
  /** The only brand that hears it; null: any. */
  readonly brandId: number | null;
}

export function copiesChoice(
  { id: mentionId, title, text, lang }: MentionView,
  t: Text,
): QuietChoice {
  return {
    subject: { kind: 'copies', mentionId },
    label: t('mutes:choice.copies'),
    text: { title, text, lang },
  };
}

export function authorChoice(author: string, t: Text): QuietChoice {
  return { subject: { kind: 'author', author }, label: t('mutes:choice.author', { author }) };
}

export function sourceChoice(sourceId: number, name: string, t: Text): QuietChoice {
  return { subject: { kind: 'source', sourceId }, label: t('mutes:choice.source', { name }) };
}

/** All that a mention offers. `sourceName`: null where it is not known here. */
export function choicesOf(mention: MentionView, sourceName: string | null, t: Text): QuietChoice[] {
  const { author, sourceId } = mention;
  return [
    copiesChoice(mention, t),
    ...(author === null ? [] : [authorChoice(author, t)]),
    ...(sourceName === null ? [] : [sourceChoice(sourceId, sourceName, t)]),
  ];
}
