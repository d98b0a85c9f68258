/** Ids below this are looked up by place: every mention asks, and a map is three steps away. */
const NEAR_IDS = 100_000;

/** Which place a topic has among those of a detector. Places are small and used again. */
export class Places {
  private near = new Int32Array(64);
  private readonly far = new Map<number, number>();
  private readonly free: number[] = [];
  private next = 0;

  /** -1 for an unknown topic. */
  of(id: number): number {
    const near = this.near[id];
    if (near !== undefined) return near - 1;
    return this.far.get(id) ?? -1;
  }

  take(id: number): number {
    const place = this.free.pop() ?? this.next++;
    if (this.isNear(id)) this.near[id] = place + 1;
    else this.far.set(id, place);
    return place;
  }

  /** Returns the place that is free now; -1 for an unknown topic. */
  giveUp(id: number): number {
    const place = this.of(id);
    if (place < 0) return place;
    this.free.push(place);
    if (!this.far.delete(id)) this.near[id] = 0;
    return place;
  }

  /** Makes room where the id is small. */
  private isNear(id: number): boolean {
    if (!Number.isInteger(id) || id < 0 || id >= NEAR_IDS) return false;
    if (id < this.near.length) return true;
    const { near } = this;
    this.near = new Int32Array(Math.max(2 * near.length, id + 1));
    this.near.set(near);
    return true;
  }
}
