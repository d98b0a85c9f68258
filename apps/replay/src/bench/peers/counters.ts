import { NEGATIVES_METRIC } from './prometheus-config.js';

/** What Prometheus is given of the mentions: two counters per topic, there from the start. */
export class Counters {
  private readonly all: Uint32Array;
  private readonly negative: Uint32Array;

  constructor(topics: number) {
    this.all = new Uint32Array(topics);
    this.negative = new Uint32Array(topics);
  }

  count(mentions: readonly { readonly topic: number; readonly negative: boolean }[]): void {
    for (const { topic, negative } of mentions) {
      this.all[topic] = (this.all[topic] ?? 0) + 1;
      if (negative) this.negative[topic] = (this.negative[topic] ?? 0) + 1;
    }
  }

  /** In Prometheus' text format. */
  text(): string {
    return metric('mentions_total', this.all) + metric(NEGATIVES_METRIC, this.negative);
  }
}

function metric(name: string, values: Uint32Array): string {
  let text = `# TYPE ${name} counter\n`;
  for (const [topic, value] of values.entries()) text += `${name}{topic="${topic}"} ${value}\n`;
  return text;
}
