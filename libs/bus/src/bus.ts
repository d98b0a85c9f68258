import { config, Subject, type Observable } from 'rxjs';
import type { BusTopics } from './bus-topics.js';

/** How features speak: only after a commit, never back up the stairs. */
export interface Bus {
  publish<T extends keyof BusTopics>(topic: T, message: BusTopics[T]): void;
  on<T extends keyof BusTopics>(topic: T): Observable<BusTopics[T]>;
  /** Completes every stream; nothing is delivered afterwards. */
  close(): void;
}

/**
 * The in-process bus. Delivery is synchronous and in order; a listener that throws is reported to `onFault` (RxJS
 * hands such errors to its global hook) and cannot hold up the others or the publisher, whose work is committed.
 */
export function createBus(onFault: (error: unknown) => void): Bus {
  config.onUnhandledError = onFault;
  const subjects = new Map<keyof BusTopics, Subject<unknown>>();
  const subjectOf = (topic: keyof BusTopics): Subject<unknown> => {
    let subject = subjects.get(topic);
    if (!subject) subjects.set(topic, (subject = new Subject()));
    return subject;
  };
  return {
    publish(topic, message) {
      subjectOf(topic).next(message);
    },
    on<T extends keyof BusTopics>(topic: T) {
      return subjectOf(topic).asObservable() as Observable<BusTopics[T]>;
    },
    close() {
      for (const subject of subjects.values()) subject.complete();
    },
  };
}
