import { dropTick, keepTick, keptTicks } from './offline-store.js';
import type { WaitingTick } from './waiting-tick.js';

/** The ticks of the signed-in person that wait for the connection: kept on the device, watched by the rooms. */
class TickQueue {
  private ticks: readonly WaitingTick[] = [];
  private readonly watchers = new Set<() => void>();

  readonly all = (): readonly WaitingTick[] => this.ticks;

  readonly watch = (changed: () => void): (() => void) => {
    this.watchers.add(changed);
    return () => this.watchers.delete(changed);
  };

  /** What waits from earlier, also from before a reload. */
  async load(personId: number): Promise<void> {
    this.set(await keptTicks(personId));
  }

  async add(tick: Omit<WaitingTick, 'id'>): Promise<void> {
    this.set([...this.ticks, await keepTick(tick)]);
  }

  async remove(id: number): Promise<void> {
    await dropTick(id);
    this.set(this.ticks.filter((tick) => tick.id !== id));
  }

  forget(): void {
    this.set([]);
  }

  private set(ticks: readonly WaitingTick[]): void {
    this.ticks = ticks;
    for (const changed of this.watchers) changed();
  }
}

export const tickQueue = new TickQueue();
