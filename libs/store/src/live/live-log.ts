import type { LiveBody, LiveMessage } from '@sturmwarte/contracts';
import type { Database } from '../database.js';
import type { Tx } from '../tx.js';

/**
 * Appends to a stream of the consoles' numbered log. The stream's row stays locked until the transaction ends, so
 * numbers have no gaps and become visible in their order: append as late as you can, several streams in ascending
 * order. Publish `live.appended` after the commit.
 */
export async function appendLive(tx: Tx, stream: number, body: LiveBody): Promise<LiveMessage> {
  const [head] = await tx.query<{ seq: string }>(
    `insert into live_stream (stream, seq) values ($1, 1)
     on conflict (stream) do update set seq = live_stream.seq + 1 returning seq`,
    [stream],
  );
  if (!head) throw new Error(`no number for stream ${stream}`);
  const [row] = await tx.query<{ at: Date }>(
    'insert into live_log (stream, seq, body) values ($1, $2, $3) returning at',
    [stream, head.seq, JSON.stringify(body)],
  );
  if (!row) throw new Error(`nothing appended to stream ${stream}`);
  return { stream, seq: Number(head.seq), at: row.at.toISOString(), body };
}

export interface StreamPosition {
  readonly stream: number;
  readonly seq: number;
}

/** How many messages one reading may answer. */
const READ_LIMIT = 2_000;

/** The numbered log, read. */
export class LiveLog {
  constructor(private readonly db: Database) {}

  /** What follows the given numbers, by stream and number; at most 2,000 messages. */
  async readAfter(positions: readonly StreamPosition[]): Promise<LiveMessage[]> {
    if (positions.length === 0) return [];
    const rows: LogRow[] = await this.db.dataSource.query(
      `select l.stream, l.seq, l.at, l.body
       from unnest($1::int[], $2::bigint[]) p(stream, seq)
       join live_log l on l.stream = p.stream and l.seq > p.seq
       order by l.stream, l.seq limit ${READ_LIMIT}`,
      [positions.map(({ stream }) => stream), positions.map(({ seq }) => seq)],
    );
    return rows.map(({ stream, seq, at, body }) => ({
      stream,
      seq: Number(seq),
      at: at.toISOString(),
      body,
    }));
  }

  /** The newest number of each stream; 0 for one that has none yet. `all`: of every stream that has one. */
  async heads(streams: readonly number[] | 'all'): Promise<StreamPosition[]> {
    const rows: { stream: number; seq: string }[] = await this.db.dataSource.query(
      `select stream, seq from live_stream ${streams === 'all' ? '' : 'where stream = any($1)'}`,
      streams === 'all' ? [] : [streams],
    );
    const found = new Map(rows.map(({ stream, seq }) => [stream, Number(seq)]));
    const wanted = streams === 'all' ? [...found.keys()] : streams;
    return wanted.map((stream) => ({ stream, seq: found.get(stream) ?? 0 }));
  }

  /** Forgets messages older than the given time; whoever was away longer fetches the state anew. */
  async prune(before: Date): Promise<void> {
    await this.db.dataSource.query('delete from live_log where at < $1', [before]);
  }
}

interface LogRow {
  readonly stream: number;
  readonly seq: string;
  readonly at: Date;
  readonly body: LiveBody;
}
