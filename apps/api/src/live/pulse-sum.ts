import type { Pulse, TopicPulse } from '@sturmwarte/contracts';

/** Adds up what moved in a space between two pulses: the newest numbers of a topic win, arrivals are counted. */
export class PulseSum {
  private readonly topics = new Map<number, TopicPulse>();
  private readonly arrivals = new Map<number, number>();

  constructor(private readonly spaceId: number) {}

  pulse(topics: readonly TopicPulse[]): void {
    for (const topic of topics) this.topics.set(topic.topicId, topic);
  }

  arrive(arrived: Pulse['arrived']): void {
    for (const { topicId, count } of arrived) {
      this.arrivals.set(topicId, (this.arrivals.get(topicId) ?? 0) + count);
    }
  }

  /** The numbers of the topics `mine` accepts; null when none of them moved. `now` is the space's clock. */
  numbers(now: string, mine: (topicId: number) => boolean): Pulse | null {
    const topics = [...this.topics.values()].filter(({ topicId }) => mine(topicId));
    return topics.length === 0 ? null : { spaceId: this.spaceId, now, topics, arrived: [] };
  }

  arrived(now: string, mine: (topicId: number) => boolean): Pulse | null {
    const arrived = [...this.arrivals]
      .filter(([topicId]) => mine(topicId))
      .map(([topicId, count]) => ({ topicId, count }));
    return arrived.length === 0 ? null : { spaceId: this.spaceId, now, topics: [], arrived };
  }
}
