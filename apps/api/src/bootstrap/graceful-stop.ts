import type { Logger } from 'pino';

const DRAIN_MS = 20_000;

export interface Stop {
  /** In good order: finishes what was accepted. */
  readonly close: () => Promise<void>;
  /** When that takes too long or fails: leaves nothing running behind us. */
  readonly abandon: () => Promise<void>;
  readonly log: Logger;
  readonly drainMs?: number;
}

/**
 * The first signal stops in good order, the second gives that up, the third ends at once; nobody waits for ever. A
 * launcher that is gone is a signal too: nobody else could stop us.
 * @returns whether it has begun
 */
export function stopOnSignals({ close, abandon, log, drainMs = DRAIN_MS }: Stop): () => boolean {
  let calls = 0;
  const giveUp = (): void => {
    calls = Math.max(calls, 2);
    abandon()
      .catch((err: unknown) => log.error({ err }, 'something may be left running'))
      .finally(() => process.exit(1));
  };
  const stop = (signal: string): void => {
    calls += 1;
    if (calls > 2) process.exit(1);
    if (calls === 2) return giveUp();
    log.info({ signal }, 'stopping');
    setTimeout(() => {
      if (calls > 1) return;
      log.error({ afterMs: drainMs }, 'gave up waiting for open work');
      giveUp();
    }, drainMs).unref();
    close().then(
      () => {
        if (calls === 1) process.exit(0);
      },
      (err: unknown) => {
        log.error({ err }, 'did not stop in good order');
        if (calls === 1) giveUp();
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (process.send !== undefined) process.once('disconnect', () => stop('the launcher is gone'));
  return () => calls > 0;
}
