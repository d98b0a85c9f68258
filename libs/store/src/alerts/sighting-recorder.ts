import type { LiveMessage } from '@sturmwarte/contracts';
import { evolveAlert, type Alert, type AlertEvent, type Topic } from '@sturmwarte/domain';
import type { Database } from '../database.js';
import type { StoredSnapshot } from '../detector/index.js';
import { YoungMap } from '../mentions/young-map.js';
import { violates } from '../violates.js';
import { alertViewOf, type AlertRow } from './alert-view-of.js';
import type { Recorded } from './recorded.js';

export type Decision = { readonly alert: 'new' | 'newest'; readonly events: readonly AlertEvent[] };
export type Owner = Pick<Topic, 'id' | 'spaceId' | 'brandId' | 'name'>;

/** Topics whose newest alert is remembered: at least so many, at most twice as many (some 2 kB each). */
const TOPICS_KEPT = 2_000;
/** People and other servers write too, but not as often as this. */
const MOST_TRIES = 10;
/** PostgreSQL plans a prepared statement anew five times before it keeps a plan. */
const RUNS_BEFORE_A_PLAN_IS_KEPT = 6;
const NO_TOPIC = 0;
/** For a topic that does not exist nothing is written. */
const NOTHING = [NO_TOPIC, null, null, true, 0, 0, '', '{}', 0, '[]', null, null, null];

/**
 * The machine's side: asks `decide` about a topic's newest alert (the open one, if any) and writes down what it says,
 * in one statement that is its own transaction. It decides about the alert it remembers, or as if there never was one,
 * and the statement writes only if that is the newest alert as it stands; otherwise it reads and decides again.
 */
export class SightingRecorder {
  private readonly known = new YoungMap<AlertRow>(TOPICS_KEPT);

  /** Of connections that stay open: the first statement on a new one is the slowest. */
  private readonly pool: Database['reserved'];

  constructor({ reserved }: Pick<Database, 'reserved'>) {
    this.pool = reserved;
  }

  /** Opens the connections and has the database plan the statements, so that the first alert is as quick as the next. */
  async prepare(): Promise<void> {
    for (let n = 0; n < RUNS_BEFORE_A_PLAN_IS_KEPT; n++) {
      await Promise.all(
        Array.from({ length: this.pool.options.max }, async () => {
          await this.tryToWrite(NOTHING);
          await this.read(NO_TOPIC);
        }),
      );
    }
  }

  /** Null when nothing was decided, or the topic is gone. `snapshot` is kept with what is written, or not at all. */
  async record(
    topic: Owner,
    decide: (newest: Alert | null) => Decision,
    snapshot: () => StoredSnapshot | null,
  ): Promise<Recorded | null> {
    const key = String(topic.id);
    let newest = this.known.get(key) ?? null;
    let isRead = false;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const decision = decide(newest?.body ?? null);
      if (decision.events.length > 0) {
        const recorded = await this.write(topic, newest, decision, snapshot());
        if (recorded !== null) return recorded;
      } else if (isRead) return null;
      const found = await this.read(topic.id);
      if (found === undefined) return null;
      newest = found;
      isRead = true;
      if (newest === null) this.known.delete(key);
      else this.known.set(key, newest);
    }
    throw new Error(`the alerts of topic ${topic.id} do not stand still`);
  }

  /** The newest alert; undefined when there is no such topic. */
  private async read(topicId: number): Promise<AlertRow | null | undefined> {
    const { rows } = await this.pool.query<AlertRow | { id: null }>({
      name: 'newest-alert',
      text: NEWEST,
      values: [topicId],
    });
    const row = rows[0];
    return row === undefined || row.id !== null ? row : null;
  }

  /** Null when `newest` is not the newest alert any more. */
  private async write(
    topic: Owner,
    newest: AlertRow | null,
    { alert: which, events }: Decision,
    snapshot: StoredSnapshot | null,
  ): Promise<Recorded | null> {
    const before = which === 'new' ? null : newest;
    const body = events.reduce<Alert | null>(evolveAlert, before?.body ?? null);
    if (body === null) throw new Error('no alert for these events');
    const { brandId, spaceId, topicName } = before ?? { ...topic, topicName: topic.name };
    const written = await this.tryToWrite([
      topic.id,
      newest?.id ?? null,
      newest?.body.version ?? null,
      which === 'new',
      spaceId,
      brandId,
      topicName,
      JSON.stringify(body),
      body.version - events.length,
      JSON.stringify(events),
      snapshot?.minute ?? null,
      snapshot?.detector ?? null,
      snapshot === null ? null : JSON.stringify(snapshot.state),
    ]);
    if (written === undefined) return null;
    const { id, number, seq, at } = written;
    const row = { id, number, spaceId, brandId, topicId: topic.id, topicName, body };
    this.known.set(String(topic.id), row);
    const alert = alertViewOf(row);
    const message: LiveMessage = {
      stream: brandId,
      seq: Number(seq),
      at: at.toISOString(),
      body: { type: 'alert', alert },
    };
    return { alert, events, message };
  }

  private async tryToWrite(values: readonly unknown[]): Promise<Written | undefined> {
    try {
      const query = { name: 'record-sighting', text: WRITE, values: [...values] };
      return (await this.pool.query<Written>(query)).rows[0];
    } catch (error) {
      // Another server was first.
      if (violates(error, 'alert_one_open')) return undefined;
      throw error;
    }
  }
}

interface Written {
  readonly id: number;
  readonly number: number;
  readonly seq: string;
  readonly at: Date;
}

const NEWEST = `
select a.id, a.number, a.space_id as "spaceId", a.brand_id as "brandId", a.topic_id as "topicId",
  a.topic_name as "topicName", a.body
from topic t left join lateral (
  select * from alert where topic_id = t.id order by (state = 'closed'), id desc limit 1) a on true
where t.id = $1`;

/**
 * Locks in the order of everybody: the topic, the alert, the stream. Who waits for the lock still sees the alert as it
 * was before; an update then finds another version, an insert the open alert of somebody else.
 */
const WRITE = `
with locked as (select id from topic where id = $1 for no key update),
newest as (
  select id, version from alert where topic_id = $1 order by (state = 'closed'), id desc limit 1),
expected as (
  select id from locked
  where case when $2::int is null then not exists (select from newest)
    else exists (select from newest where id = $2 and version = $3::int) end),
told as (select $8::jsonb as body),
born as (
  insert into alert (space_id, brand_id, topic_id, topic_name, state, version, opened_at, closed_at, level, body)
  select $5, $6, e.id, $7, t.body ->> 'state', (t.body ->> 'version')::int, (t.body ->> 'openedAt')::timestamptz,
    (t.body ->> 'closedAt')::timestamptz, (t.body ->> 'level')::smallint, t.body
  from expected e, told t where $4::boolean
  returning id, number),
moved as (
  update alert a set state = t.body ->> 'state', version = (t.body ->> 'version')::int,
    opened_at = (t.body ->> 'openedAt')::timestamptz, closed_at = (t.body ->> 'closedAt')::timestamptz,
    level = (t.body ->> 'level')::smallint, body = t.body
  from expected e, told t where not $4 and a.id = $2 and a.version = $3
  returning a.id, a.number),
saved as (select id, number from born union all select id, number from moved),
events as (
  insert into alert_event (alert_id, seq, body)
  select s.id, $9::int + one.n, one.event
  from saved s, jsonb_array_elements($10::jsonb) with ordinality one (event, n)),
kept as (
  insert into detector_snapshot (topic_id, space_id, minute, detector, state, taken_at)
  select $1, $5, $11::int, $12, $13::jsonb, clock_timestamp() from saved where $11 is not null
  on conflict (topic_id) do update set minute = excluded.minute, detector = excluded.detector,
    state = excluded.state, taken_at = excluded.taken_at),
head as (
  insert into live_stream (stream, seq) select $6::int, 1 from saved
  on conflict (stream) do update set seq = live_stream.seq + 1 returning seq),
logged as (
  insert into live_log (stream, seq, body)
  select $6, h.seq, jsonb_build_object('type', 'alert', 'alert', t.body || jsonb_build_object('id', s.id,
    'number', s.number, 'spaceId', $5::int, 'brandId', $6, 'topicId', $1::int, 'topicName', $7::text))
  from head h, saved s, told t
  returning seq, at)
select s.id, s.number, l.seq, l.at from saved s, logged l`;
