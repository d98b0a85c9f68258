/** Of what a person asks again while the answer is still sought, only the newest goes on. */
export class NewestOfEach {
  private readonly running = new Map<number, AbortController>();

  /** `gone`: nobody waits for the answer any more. */
  async run<T>(
    personId: number,
    gone: AbortSignal,
    work: (ended: AbortSignal) => Promise<T>,
  ): Promise<T> {
    this.running.get(personId)?.abort();
    const mine = new AbortController();
    this.running.set(personId, mine);
    try {
      return await work(AbortSignal.any([gone, mine.signal]));
    } finally {
      if (this.running.get(personId) === mine) this.running.delete(personId);
    }
  }
}
