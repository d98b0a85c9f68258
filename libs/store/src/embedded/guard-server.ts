const LOOK_EVERY_MS = 1_000;

/** Who wants to know how a guarded server fares. */
export interface ServerWatcher {
  /** It has ended without being asked to; it is started again now. */
  onGone(): void;
  /** It runs again. */
  onBack(): void;
  /** It could not be started; that is tried again, for ever. */
  onFault(error: unknown): void;
}

/**
 * Looks after a server from time to time and starts it again when it is gone.
 * @returns ends the watch
 */
export function guardServer(
  isThere: () => Promise<boolean>,
  startAgain: () => Promise<void>,
  watcher: ServerWatcher,
): () => void {
  let busy = false;
  let gone = false;
  const look = async (): Promise<void> => {
    if (await isThere()) return;
    if (!gone) watcher.onGone();
    gone = true;
    await startAgain();
    gone = false;
    watcher.onBack();
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    look()
      .catch((error: unknown) => watcher.onFault(error))
      .finally(() => (busy = false));
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
