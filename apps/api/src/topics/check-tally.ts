import type { TopicCheck } from '@sturmwarte/contracts';
import type { StoredText } from '@sturmwarte/store';

const DAY_MS = 86_400_000;
const MOST_SAMPLES = 10;
const SAMPLE_CHARS = 280;

/** What a query finds, as it is being found. */
export class CheckTally {
  private hits = 0;
  private negative = 0;
  private readonly perDay = new Map<string, number>();
  private readonly samples: { readonly id: string; readonly text: string }[] = [];

  /** Every day counts, also those without a hit. */
  constructor(nowMs: number, days: number) {
    for (let back = days; back >= 0; back--) this.perDay.set(dayOf(nowMs - back * DAY_MS), 0);
  }

  hit({ id, text, observedMs }: StoredText, negative: boolean): void {
    this.hits++;
    if (negative) this.negative++;
    const day = dayOf(observedMs);
    const known = this.perDay.get(day);
    if (known !== undefined) this.perDay.set(day, known + 1);
    if (this.samples.length < MOST_SAMPLES) this.samples.push({ id, text: shorten(text) });
  }

  /** `capped`: only the newest part was scanned. */
  result(scanned: number, capped: boolean): TopicCheck {
    const { hits, negative, samples } = this;
    const perDay = [...this.perDay].map(([day, count]) => ({ day, hits: count }));
    return { ok: true, scanned, capped, hits, negative, perDay, samples };
  }
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Never cuts a character in two. */
function shorten(text: string): string {
  const letters = [...text];
  return letters.length > SAMPLE_CHARS ? `${letters.slice(0, SAMPLE_CHARS - 1).join('')}…` : text;
}
