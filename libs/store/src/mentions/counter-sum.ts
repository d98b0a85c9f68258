import { TONE, type Tone } from '@sturmwarte/domain';

interface Sum {
  readonly topicId: number;
  readonly minute: number;
  total: number;
  negative: number;
  negCount: number;
  judged: number;
  aggressive: number;
  calls: number;
  praise: number;
}

/** Adds changes up to the rows of `topic_minute`, in the one order in which everybody locks them. */
export class CounterSum {
  private readonly minutes = new Map<number, Map<number, Sum>>();

  /** `tone` is that of the mention which comes (`total` 1) or goes (-1); a judgement (0) leaves it as it is. */
  add(
    topicId: number,
    minute: number,
    total: number,
    negative: number,
    negCount: number,
    tone: Tone = 0,
  ): void {
    const sum = this.sumOf(topicId, minute);
    sum.total += total;
    sum.negative += negative;
    sum.negCount += negCount;
    if (tone === 0) return;
    sum.judged += total;
    if (tone & TONE.aggressive) sum.aggressive += total;
    if (tone & TONE.call) sum.calls += total;
    if (tone & TONE.praise) sum.praise += total;
  }

  /**
   * Topic ids, minutes, totals, sums of P(negative), mentions judged negative, then those listened to, aggressive,
   * calling, praising: parameters of one statement.
   */
  columns(): number[][] {
    const sums = [...this.minutes.values()]
      .flatMap((minute) => [...minute.values()])
      .filter(changes)
      .sort((a, b) => a.topicId - b.topicId || a.minute - b.minute);
    return [
      sums.map((sum) => sum.topicId),
      sums.map((sum) => sum.minute),
      sums.map((sum) => sum.total),
      sums.map((sum) => sum.negative),
      sums.map((sum) => sum.negCount),
      sums.map((sum) => sum.judged),
      sums.map((sum) => sum.aggressive),
      sums.map((sum) => sum.calls),
      sums.map((sum) => sum.praise),
    ];
  }

  get empty(): boolean {
    return this.minutes.size === 0;
  }

  private sumOf(topicId: number, minute: number): Sum {
    let sums = this.minutes.get(minute);
    if (sums === undefined) this.minutes.set(minute, (sums = new Map<number, Sum>()));
    let sum = sums.get(topicId);
    if (sum === undefined) {
      const nothing = { total: 0, negative: 0, negCount: 0 };
      sum = { topicId, minute, ...nothing, judged: 0, aggressive: 0, calls: 0, praise: 0 };
      sums.set(topicId, sum);
    }
    return sum;
  }
}

function changes(sum: Sum): boolean {
  return (
    sum.total !== 0 ||
    sum.negative !== 0 ||
    sum.negCount !== 0 ||
    sum.judged !== 0 ||
    sum.aggressive !== 0 ||
    sum.calls !== 0 ||
    sum.praise !== 0
  );
}

/** Adds nine columns of differences ($1 to $9) to the counters. */
export const ADD_COUNTERS = `insert into topic_minute as t (topic_id, minute, total, negative, negative_count,
    listened, aggressive, calls, praise)
  select * from unnest($1::int[], $2::int[], $3::int[], $4::bigint[], $5::int[],
    $6::int[], $7::int[], $8::int[], $9::int[])
  on conflict (topic_id, minute)
  do update set total = t.total + excluded.total, negative = t.negative + excluded.negative,
    negative_count = t.negative_count + excluded.negative_count,
    listened = t.listened + excluded.listened, aggressive = t.aggressive + excluded.aggressive,
    calls = t.calls + excluded.calls, praise = t.praise + excluded.praise`;
