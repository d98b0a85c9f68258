import { MINUTE_MS } from '@sturmwarte/domain';
import {
  asyncScheduler,
  connect,
  defer,
  distinctUntilChanged,
  filter,
  map,
  merge,
  mergeMap,
  reduce,
  share,
  window,
} from 'rxjs';
import type { Observable, SchedulerLike } from 'rxjs';
import { atMostEvery } from './at-most-every.js';
import type { CountDelta, Tick } from './count-delta.js';
import type { Detector } from './detector.js';
import type { Evaluation } from './evaluation.js';

export interface DetectSpikesOptions {
  /** A minute closes this long after its end, so that commits under way still count in it. */
  readonly latenessMs?: number;
  /** A topic is judged with its open minutes at most this often, but for plain rules, which fire at once. */
  readonly everyMs?: number;
  readonly scheduler?: SchedulerLike;
}

type Signal = { readonly deltas: readonly CountDelta[]; readonly now: number };

/**
 * Commits in, level changes out. `deltas$` carries single deltas or, better, all deltas of a commit at once; `ticks$`
 * the space's clock (about once a second), so that silence closes minutes too and a rise gets its second look.
 * One `window()` for all topics, closed by the watermark: the newest time seen, in mentions or ticks, less the lateness.
 */
export function detectSpikes(
  deltas$: Observable<CountDelta | readonly CountDelta[]>,
  ticks$: Observable<Tick>,
  detector: Detector,
  options: DetectSpikesOptions = {},
): Observable<Evaluation> {
  const { latenessMs = 5_000, everyMs = 250, scheduler = asyncScheduler } = options;
  const commits$ = deltas$.pipe(
    map((one): Signal => signalOf(Array.isArray(one) ? one : [one as CountDelta])),
  );
  const clock$ = ticks$.pipe(map(({ now }): Signal => ({ deltas: [], now })));
  return defer(() => {
    let now = -Infinity;
    let watermark = detector.watermark;
    const advance = (signal: Signal): number => {
      now = Math.max(now, signal.now);
      return (watermark = Math.max(watermark, Math.floor((now - latenessMs) / MINUTE_MS) - 1));
    };
    // Subscribed first to last: a mention is folded before the watermark it moves closes its window, and before it is judged.
    return merge(commits$, clock$).pipe(
      connect((signals$) => {
        const watermark$ = signals$.pipe(map(advance), distinctUntilChanged());
        const closed$ = signals$.pipe(
          window(watermark$),
          mergeMap((minute$) =>
            minute$.pipe(reduce((_, signal) => foldAll(detector, signal.deltas), 0)),
          ),
          mergeMap(() => detector.close(watermark)),
        );
        const touched$ = signals$.pipe(
          map((signal) => touched(detector, signal)),
          filter((topics) => topics.length > 0),
          share(), // asking takes them
        );
        // A plain rule fires with the commit that meets it, however lately its topic was judged.
        const ruled$ = touched$.pipe(map((topics) => detector.newlyRuled(topics, now)));
        const provisional$ = merge(ruled$, touched$.pipe(atMostEvery(everyMs, scheduler))).pipe(
          mergeMap((topics) => detector.evaluate(topics, now)),
        );
        return merge(closed$, provisional$);
      }),
    );
  });
}

function signalOf(deltas: readonly CountDelta[]): Signal {
  let minute = -Infinity;
  for (const delta of deltas) if (delta.minute > minute) minute = delta.minute;
  return { deltas, now: minute * MINUTE_MS };
}

function foldAll(detector: Detector, deltas: readonly CountDelta[]): number {
  for (const delta of deltas) detector.fold(delta);
  return deltas.length;
}

/** A commit touches its topics, but for calm ones; a tick those whose rise waits for a second look. */
function touched(detector: Detector, { deltas }: Signal): number[] {
  return deltas.length > 0 ? detector.takeStirred() : detector.unconfirmed();
}
