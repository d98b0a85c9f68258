/**
 * A map that remembers the last `size` to 2 * `size` keys written or read, in bounded memory: two generations, the
 * older one is dropped when the younger is full. Cheaper than an exact LRU, and exactness is not needed here.
 */
export class YoungMap<V> {
  private young = new Map<string, V>();
  private old = new Map<string, V>();

  constructor(private readonly size: number) {}

  get(key: string): V | undefined {
    const value = this.young.get(key);
    if (value !== undefined) return value;
    const older = this.old.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: string, value: V): void {
    this.young.set(key, value);
    if (this.young.size < this.size) return;
    this.old = this.young;
    this.young = new Map();
  }

  delete(key: string): void {
    this.young.delete(key);
    this.old.delete(key);
  }

  clear(): void {
    this.young.clear();
    this.old.clear();
  }

  /** Keys held, at most twice `size`. */
  get count(): number {
    return this.young.size + this.old.size;
  }
}
