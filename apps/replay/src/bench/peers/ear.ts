/** A receiver of alerts: when it heard of a topic for the first time, on the clock of the sender. */
export class Ear {
  private readonly heardAt = new Map<number, number>();
  private readonly waiting = new Map<number, (at: number) => void>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  hear(topic: number): void {
    if (this.heardAt.has(topic)) return;
    const at = this.now();
    this.heardAt.set(topic, at);
    this.waiting.get(topic)?.(at);
    this.waiting.delete(topic);
  }

  hasHeard(topic: number): boolean {
    return this.heardAt.has(topic);
  }

  /** Resolves with the moment; rejects when nothing comes in time. One listener per topic. */
  async when(topic: number, withinMs: number): Promise<number> {
    const at = this.heardAt.get(topic);
    if (at !== undefined) return at;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(topic);
        reject(new Error(`no alert of topic ${topic} within ${withinMs / 1_000} s`));
      }, withinMs);
      this.waiting.set(topic, (moment) => {
        clearTimeout(timer);
        resolve(moment);
      });
    });
  }
}
