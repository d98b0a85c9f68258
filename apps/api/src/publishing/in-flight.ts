import { Inject, Injectable } from '@nestjs/common';
import {
  OutboxRepository,
  SENDING_LEASE_MS,
  type Database,
  type OutboxRow,
} from '@sturmwarte/store';
import { DATABASE } from '../common/tokens.js';
import type { Reins } from './leave.js';

const RENEW_MS = 400;
/** Whoever could not renew stops by itself this long before others think so. */
const MARGIN_MS = 600;
/** What is on its way when a posting stop comes may end by itself for so long. */
const GRACE_MS = 2_000;

/**
 * What this server is sending at this moment. It says so to the database again and again; when it cannot, or somebody
 * else took over, or a posting stop stands for longer than the grace, it breaks off by itself. So others know, without
 * asking it, from when on nothing of it can leave.
 */
@Injectable()
export class InFlight {
  private readonly outbox: OutboxRepository;
  private readonly running = new Set<{ readonly brandId: number; readonly stop: () => void }>();

  constructor(@Inject(DATABASE) db: Database) {
    this.outbox = new OutboxRepository(db);
  }

  get count(): number {
    return this.running.size;
  }

  /**
   * Runs `work` while the lease of the row holds. `leasedAt`: when it was begun, by this machine's own clock, read
   * before the database was asked. Null when the lease was over before anything could begin.
   */
  async carry<T>(
    row: OutboxRow,
    leasedAt: number,
    work: (reins: Reins) => Promise<T>,
  ): Promise<T | null> {
    const abort = new AbortController();
    let goOn = true;
    let goodUntil = leasedAt + SENDING_LEASE_MS - MARGIN_MS;
    let grace: NodeJS.Timeout | undefined;
    const breakOff = (): void => abort.abort();
    const stop = (): void => {
      goOn = false;
      grace ??= setTimeout(breakOff, GRACE_MS);
    };
    const one = { brandId: row.brandId, stop };
    const fresh = (): boolean => performance.now() < goodUntil;
    const watch = setInterval(() => {
      if (!fresh()) breakOff();
    }, 100);
    let renewing = false;
    const renew = async (): Promise<void> => {
      if (renewing) return;
      renewing = true;
      const from = performance.now();
      try {
        const { ours, stopped } = await this.outbox.renew(row);
        if (!ours) breakOff();
        else goodUntil = from + SENDING_LEASE_MS - MARGIN_MS;
        if (stopped) stop();
      } catch {
        // The database is away: the lease runs out by itself.
      } finally {
        renewing = false;
      }
    };
    const pulse = setInterval(() => void renew(), RENEW_MS);
    this.running.add(one);
    try {
      if (!fresh()) return null;
      return await work({
        signal: abort.signal,
        mayGoOn: () => goOn && fresh() && !abort.signal.aborted,
      });
    } finally {
      clearInterval(watch);
      clearInterval(pulse);
      clearTimeout(grace);
      this.running.delete(one);
    }
  }

  /** A posting stop came: nothing new is begun, what is on its way has its grace. */
  stop(brandId: number): void {
    for (const one of this.running) if (one.brandId === brandId) one.stop();
  }
}
