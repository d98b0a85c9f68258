import { DomainError, type MuteEvent, type PersonRef } from '@sturmwarte/domain';
import type { Database } from '../database.js';
import type { Tx } from '../tx.js';
import { muteOf, type MuteRow, type NamedMute } from './mute-row.js';

export type MuteValues = Omit<NamedMute, 'id' | 'warnedAt' | 'loudAt' | 'endedAt' | 'endedBy'>;

export interface MuteFilter {
  readonly spaceId: number;
  readonly brands: 'all' | readonly number[];
  readonly limit: number;
  /** Left out: both. */
  readonly state?: 'open' | 'over' | undefined;
  /** Only those that ended before this one did. */
  readonly before?: number | undefined;
  readonly kind?: NamedMute['subject']['kind'] | undefined;
  /** In the name, the reason or the name of who set it, whatever the case. */
  readonly text?: string | undefined;
}

/** What one mute has held back. */
export interface HeldBack {
  readonly alarms: number;
  readonly alertIds: readonly number[];
}

const ROW = `id, space_id, brand_id, kind, topic_id, source_id, author, mention_id, sketch, only_topic_id, name, reason, from_at, until_at,
  breaks_through, by_id, by_name, warned_at, loud_at, ended_at, ended_by_id, ended_by_name`;

/** Mutes and what happened to them. */
export class MuteRepository {
  constructor(private readonly db: Database) {}

  /** Those nobody has written down as ended, of every space: whether one stands, the clock says. */
  async open(): Promise<NamedMute[]> {
    const rows = await this.db.dataSource.query<MuteRow[]>(
      `select ${ROW} from mute where ended_at is null order by id`,
    );
    return rows.map(muteOf);
  }

  /** Open ones by their end, then those that are over, newest first. */
  async list(filter: MuteFilter): Promise<NamedMute[]> {
    const { spaceId, brands, limit, state, before, kind, text } = filter;
    const rows = await this.db.dataSource.query<MuteRow[]>(
      `select ${ROW} from mute where space_id = $1 and ($2::int[] is null or brand_id = any($2))
         and ($4::boolean is null or (ended_at is not null) = $4)
         and ($5::int is null or (ended_at, id) < (select ended_at, id from mute where id = $5))
         and ($6::text is null or kind = $6)
         and ($7::text is null
           or strpos(lower(concat_ws(' ', name, reason, by_name)), lower($7)) > 0)
       order by (ended_at is not null), case when ended_at is null then until_at end, ended_at desc, id desc
       limit $3`,
      [
        ...[spaceId, brands === 'all' ? null : brands, limit],
        ...[state === undefined ? null : state === 'over', before ?? null],
        ...[kind ?? null, text || null],
      ],
    );
    return rows.map(muteOf);
  }

  async find(id: number): Promise<NamedMute> {
    const rows = await this.db.dataSource.query<MuteRow[]>(
      `select ${ROW} from mute where id = $1`,
      [id],
    );
    return foundOf(rows[0], id);
  }

  /** Nobody else changes it until this transaction has ended. */
  async lock(id: number, tx: Tx): Promise<NamedMute> {
    const [row] = await tx.query<MuteRow>(`select ${ROW} from mute where id = $1 for update`, [id]);
    return foundOf(row, id);
  }

  /** The open mute of a topic that is not over by this clock. Locks the topic: of two people at once one wins. */
  async openOfTopic(topicId: number, now: Date, tx: Tx): Promise<NamedMute | null> {
    await tx.query('select from topic where id = $1 for no key update', [topicId]);
    const [row] = await tx.query<MuteRow>(
      `select ${ROW} from mute where topic_id = $1 and ended_at is null and until_at > $2 limit 1`,
      [topicId, now],
    );
    return row === undefined ? null : muteOf(row);
  }

  /** Open mutes of everything but topics that are not over by this clock. Locks the brand: of two people one wins. */
  async openBesideTopics(
    { spaceId, brandId }: Pick<NamedMute, 'spaceId' | 'brandId'>,
    now: Date,
    tx: Tx,
  ): Promise<NamedMute[]> {
    await tx.query('select from brand where id = $1 for no key update', [brandId]);
    const rows = await tx.query<MuteRow>(
      `select ${ROW} from mute
       where space_id = $1 and kind <> 'topic' and ended_at is null and until_at > $2 order by id`,
      [spaceId, now],
    );
    return rows.map(muteOf);
  }

  async add(values: MuteValues, tx: Tx): Promise<NamedMute> {
    const { subject } = values;
    const [row] = await tx.query<MuteRow>(
      `insert into mute (space_id, brand_id, kind, topic_id, source_id, author, mention_id, name, reason,
         from_at, until_at, breaks_through, by_id, by_name, sketch, only_topic_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) returning ${ROW}`,
      [
        ...[values.spaceId, values.brandId, subject.kind],
        subject.kind === 'topic' ? subject.topicId : null,
        subject.kind === 'source' ? subject.sourceId : null,
        subject.kind === 'author' ? subject.author : null,
        subject.kind === 'copies' ? subject.mentionId : null,
        ...[values.name, values.reason, values.from, values.until, values.breaksThrough],
        ...[values.by.id, values.by.name, values.sketch, values.onlyTopicId],
      ],
    );
    return foundOf(row, 0);
  }

  /** Another end; people are warned anew. */
  async extend(id: number, until: string, tx: Tx): Promise<NamedMute> {
    const [row] = await tx.query<MuteRow>(
      `update mute set until_at = $2, warned_at = null where id = $1 returning ${ROW}`,
      [id, until],
    );
    return foundOf(row, id);
  }

  async end(id: number, at: string, by: PersonRef | null, tx: Tx): Promise<NamedMute> {
    const [row] = await tx.query<MuteRow>(
      `update mute set ended_at = $2, ended_by_id = $3, ended_by_name = $4, sketch = null where id = $1 returning ${ROW}`,
      [id, at, by?.id ?? null, by?.name ?? null],
    );
    return foundOf(row, id);
  }

  /** False when another server has warned already. */
  async markWarned(id: number, at: string, tx: Tx): Promise<boolean> {
    const rows = await tx.query(
      'update mute set warned_at = $2 where id = $1 and warned_at is null returning id',
      [id, at],
    );
    return rows.length > 0;
  }

  /** False when people were told after `before`, by whichever server. */
  async markLoud(id: number, at: string, before: string, tx: Tx): Promise<boolean> {
    const rows = await tx.query(
      'update mute set loud_at = $2 where id = $1 and (loud_at is null or loud_at <= $3) returning id',
      [id, at, before],
    );
    return rows.length > 0;
  }

  async note(id: number, { kind, at, by, reason, until }: MuteEvent, tx: Tx): Promise<void> {
    await tx.query(
      `insert into mute_event (mute_id, seq, kind, at, by_id, by_name, reason, until_at)
       select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6, $7 from mute_event where mute_id = $1`,
      [id, kind, at, by?.id ?? null, by?.name ?? null, reason, until],
    );
  }

  /** Oldest first. */
  async history(id: number): Promise<MuteEvent[]> {
    const rows = await this.db.dataSource.query<EventRow[]>(
      `select kind, at, by_id, by_name, reason, until_at from mute_event where mute_id = $1 order by seq`,
      [id],
    );
    return rows.map(({ kind, at, by_id, by_name, reason, until_at }) => ({
      ...{ kind, at: at.toISOString(), reason, until: until_at.toISOString() },
      by: by_id === null ? null : { id: by_id, name: by_name ?? '' },
    }));
  }

  /** What mutes have kept from calling, by mute: alerts on record, and how many of them were alarms meanwhile. */
  async heldBack(ids: readonly number[]): Promise<ReadonlyMap<number, HeldBack>> {
    const rows = await this.db.dataSource.query<
      { mute_id: number; alarms: number; alerts: number[] }[]
    >(
      `select h.mute_id, count(*) filter (where h.alarm)::int as alarms, array_agg(h.alert_id order by h.alert_id desc) as alerts
       from (
         select (e.body -> 'hold' ->> 'muteId')::int as mute_id, e.alert_id,
           bool_or((a.body ->> 'peakLevel')::int >= 3) as alarm
         from alert_event e join alert a on a.id = e.alert_id
         where e.body ->> 'type' = 'held' and e.body -> 'hold' ->> 'kind' = 'mute'
           and (e.body -> 'hold' ->> 'muteId')::int = any($1)
         group by 1, 2) h
       group by 1`,
      [ids],
    );
    return new Map(
      rows.map(({ mute_id, alarms, alerts }) => [mute_id, { alarms, alertIds: alerts }]),
    );
  }
}

interface EventRow {
  readonly kind: MuteEvent['kind'];
  readonly at: Date;
  readonly by_id: number | null;
  readonly by_name: string | null;
  readonly reason: string | null;
  readonly until_at: Date;
}

function foundOf(row: MuteRow | undefined, id: number): NamedMute {
  if (row === undefined) throw new DomainError('not-found', { what: 'mute', id });
  return muteOf(row);
}
