interface Sum {
  readonly topicId: number;
  readonly minute: number;
  total: number;
  negative: number;
}

/** Adds changes up to the rows of `topic_minute`, in the one order in which everybody locks them. */
export class CounterSum {
  private readonly minutes = new Map<number, Map<number, Sum>>();

  add(topicId: number, minute: number, total: number, negative: number): void {
    let sums = this.minutes.get(minute);
    if (sums === undefined) this.minutes.set(minute, (sums = new Map<number, Sum>()));
    const sum = sums.get(topicId);
    if (sum === undefined) {
      sums.set(topicId, { topicId, minute, total, negative });
    } else {
      sum.total += total;
      sum.negative += negative;
    }
  }

  /** Topic ids, minutes, totals, negatives: parameters of one statement. */
  columns(): [number[], number[], number[], number[]] {
    const sums = [...this.minutes.values()]
      .flatMap((minute) => [...minute.values()])
      .filter(({ total, negative }) => total !== 0 || negative !== 0)
      .sort((a, b) => a.topicId - b.topicId || a.minute - b.minute);
    return [
      sums.map((sum) => sum.topicId),
      sums.map((sum) => sum.minute),
      sums.map((sum) => sum.total),
      sums.map((sum) => sum.negative),
    ];
  }

  get empty(): boolean {
    return this.minutes.size === 0;
  }
}

/** Adds four columns of differences ($1 to $4) to the counters. */
export const ADD_COUNTERS = `insert into topic_minute as t (topic_id, minute, total, negative)
  select * from unnest($1::int[], $2::int[], $3::int[], $4::bigint[])
  on conflict (topic_id, minute)
  do update set total = t.total + excluded.total, negative = t.negative + excluded.negative`;
