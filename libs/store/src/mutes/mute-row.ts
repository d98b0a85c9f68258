import type { Mute, MuteKind, MuteSubject } from '@sturmwarte/domain';

export interface MuteRow {
  readonly id: number;
  readonly space_id: number;
  readonly brand_id: number;
  readonly kind: MuteKind;
  readonly topic_id: number | null;
  readonly source_id: number | null;
  readonly author: string | null;
  readonly mention_id: string | null;
  readonly sketch: readonly string[] | null;
  readonly only_topic_id: number | null;
  readonly name: string;
  readonly reason: string;
  readonly from_at: Date;
  readonly until_at: Date;
  readonly breaks_through: boolean;
  readonly by_id: number;
  readonly by_name: string;
  readonly warned_at: Date | null;
  readonly loud_at: Date | null;
  readonly ended_at: Date | null;
  readonly ended_by_id: number | null;
  readonly ended_by_name: string | null;
}

/** A mute with the name of what it mutes. */
export interface NamedMute extends Mute {
  readonly name: string;
  /** When people were told of its coming end; null: not yet. */
  readonly warnedAt: string | null;
  /** When people were told last that it keeps a crowd quiet; null: never. */
  readonly loudAt: string | null;
  /** What muted copies are known by, while the mute is not over: a `CopySketch`. */
  readonly sketch: readonly number[] | null;
}

export function muteOf(row: MuteRow): NamedMute {
  const { ended_by_id: enderId, ended_by_name: ender } = row;
  return {
    ...{ id: row.id, spaceId: row.space_id, brandId: row.brand_id, name: row.name },
    ...{ subject: subjectOf(row), reason: row.reason, breaksThrough: row.breaks_through },
    ...{ from: row.from_at.toISOString(), until: row.until_at.toISOString() },
    onlyTopicId: row.only_topic_id,
    sketch: row.sketch?.map(Number) ?? null,
    warnedAt: row.warned_at?.toISOString() ?? null,
    loudAt: row.loud_at?.toISOString() ?? null,
    by: { id: row.by_id, name: row.by_name },
    endedAt: row.ended_at?.toISOString() ?? null,
    endedBy: enderId === null ? null : { id: enderId, name: ender ?? '' },
  };
}

function subjectOf({ kind, topic_id, source_id, author, mention_id }: MuteRow): MuteSubject {
  switch (kind) {
    case 'topic':
      return { kind, topicId: topic_id ?? 0 };
    case 'source':
      return { kind, sourceId: source_id ?? 0 };
    case 'author':
      return { kind, author: author ?? '' };
    case 'copies':
      return { kind, mentionId: mention_id ?? '' };
  }
}
