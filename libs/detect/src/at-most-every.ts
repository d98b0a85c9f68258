import { Observable } from 'rxjs';
import type { OperatorFunction, SchedulerLike, Subscription } from 'rxjs';

/**
 * Lets each key through at once, but the same key at most once in `spanMs`; what came too early follows together when
 * its span is over. One timer for all keys, and none while nothing waits. Keys still waiting at the end are let through.
 */
export function atMostEvery<K>(
  spanMs: number,
  scheduler: SchedulerLike,
): OperatorFunction<Iterable<K>, readonly K[]> {
  return (source) =>
    new Observable((subscriber) => {
      const passedAt = new Map<K, number>();
      const waiting = new Set<K>();
      let timer: Subscription | null = null;

      // A clock that was set back must not hold keys until it has made up for it.
      const isEarly = (at: number, now: number): boolean => now >= at && now - at < spanMs;
      const pass = (keys: readonly K[], now: number): void => {
        for (const key of keys) passedAt.set(key, now);
        if (keys.length > 0) subscriber.next(keys);
      };
      const onTimer = (): void => {
        timer = null;
        const due: K[] = [];
        const now = scheduler.now();
        for (const [key, at] of passedAt) {
          if (isEarly(at, now)) continue;
          passedAt.delete(key);
          if (waiting.delete(key)) due.push(key);
        }
        pass(due, now);
        setTimer();
      };
      const setTimer = (): void => {
        if (timer !== null || passedAt.size === 0 || subscriber.closed) return;
        timer = scheduler.schedule(onTimer, spanMs);
      };

      const subscription = source.subscribe({
        next: (keys) => {
          const ready = new Set<K>();
          const now = scheduler.now();
          for (const key of keys) {
            const at = passedAt.get(key);
            if (at !== undefined && isEarly(at, now)) waiting.add(key);
            else ready.add(key);
          }
          for (const key of ready) waiting.delete(key);
          pass([...ready], now);
          setTimer();
        },
        error: (error: unknown) => subscriber.error(error),
        complete: () => {
          pass([...waiting], scheduler.now());
          subscriber.complete();
        },
      });
      return () => {
        subscription.unsubscribe();
        timer?.unsubscribe();
      };
    });
}
