interface Sum {
  readonly topicId: number;
  readonly minute: number;
  total: number;
  negative: number;
  negCount: number;
}

/** Adds changes up to the rows of `topic_minute`, in the one order in which everybody locks them. */
export class CounterSum {
  private readonly minutes = new Map<number, Map<number, Sum>>();

  add(topicId: number, minute: number, total: number, negative: number, negCount: number): void {
    let sums = this.minutes.get(minute);
    if (sums === undefined) this.minutes.set(minute, (sums = new Map<number, Sum>()));
    const sum = sums.get(topicId);
    if (sum === undefined) {
      sums.set(topicId, { topicId, minute, total, negative, negCount });
    } else {
      sum.total += total;
      sum.negative += negative;
      sum.negCount += negCount;
    }
  }

  /** Topic ids, minutes, totals, sums of P(negative), mentions judged negative: parameters of one statement. */
  columns(): [number[], number[], number[], number[], number[]] {
    const sums = [...this.minutes.values()]
      .flatMap((minute) => [...minute.values()])
      .filter((sum) => sum.total !== 0 || sum.negative !== 0 || sum.negCount !== 0)
      .sort((a, b) => a.topicId - b.topicId || a.minute - b.minute);
    return [
      sums.map((sum) => sum.topicId),
      sums.map((sum) => sum.minute),
      sums.map((sum) => sum.total),
      sums.map((sum) => sum.negative),
      sums.map((sum) => sum.negCount),
    ];
  }

  get empty(): boolean {
    return this.minutes.size === 0;
  }
}

/** Adds five columns of differences ($1 to $5) to the counters. */
export const ADD_COUNTERS = `insert into topic_minute as t (topic_id, minute, total, negative, negative_count)
  select * from unnest($1::int[], $2::int[], $3::int[], $4::bigint[], $5::int[])
  on conflict (topic_id, minute)
  do update set total = t.total + excluded.total, negative = t.negative + excluded.negative,
    negative_count = t.negative_count + excluded.negative_count`;
