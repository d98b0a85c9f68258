/**
 * Which transactions a reading saw, from `pg_current_snapshot()` as text (`xmin:xmax:xip,xip`): what is told of an
 * unseen one afterwards is news, of a seen one already counted.
 */
export class CommitHorizon {
  private readonly oldestRunning: bigint;
  private readonly next: bigint;
  private readonly running: ReadonlySet<bigint>;

  constructor(snapshot: string) {
    const [xmin = '0', xmax = '0', list = ''] = snapshot.split(':');
    this.oldestRunning = BigInt(xmin);
    this.next = BigInt(xmax);
    this.running = new Set(list === '' ? [] : list.split(',').map(BigInt));
  }

  /** Was the committed transaction already visible? */
  saw(id: bigint): boolean {
    if (id < this.oldestRunning) return true;
    return id < this.next && !this.running.has(id);
  }
}
