const KEPT = 12;

/**
 * Guesses the server's clock from its beats. A beat is late by its way through the network, never early, so the
 * largest difference of the last few is the best guess.
 */
export class BeatClock {
  private differences: number[] = [];

  /** @returns server clock minus local clock, ms */
  hear(serverMs: number, localMs: number): number {
    if (Number.isFinite(serverMs)) {
      this.differences = [...this.differences, serverMs - localMs].slice(-KEPT);
    }
    return this.differences.length === 0 ? 0 : Math.max(...this.differences);
  }
}
