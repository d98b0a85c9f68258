import { describe, expect, it } from '@jest/globals';
import { asyncScheduler, map, Subject, type SchedulerLike } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { atMostEvery } from './at-most-every.js';

function run(source: string, expected: string): void {
  const scheduler = new TestScheduler((actual, wanted) => expect(actual).toEqual(wanted));
  scheduler.run(({ hot, expectObservable }) => {
    const keys$ = hot(source).pipe(map((keys) => [...keys.toLowerCase()]));
    const joined$ = keys$.pipe(
      atMostEvery<string>(10, scheduler),
      map((keys) => keys.join('')),
    );
    expectObservable(joined$).toBe(expected);
  });
}

describe('at most every ten', () => {
  it('lets the first through at once', () => run('--a--|', '--a--|'));
  it('holds the second back until its span is over', () => run('a--a 20ms |', 'a 9ms a 13ms |'));
  it('joins what came meanwhile', () => run('a-aaa-a 20ms |', 'a 9ms a 16ms |'));
  it('does not let one key hold up another', () => run('a--b 20ms |', 'a--b 20ms |'));
  it('lets through what waits when the source ends', () => run('a-a-|', 'a---(a|)'));
  it('passes on an error', () => run('a-#', 'a-#'));
  it('holds nothing back for a clock that was set back', () => {
    let nowMs = 90_000;
    const schedule: SchedulerLike['schedule'] = asyncScheduler.schedule.bind(asyncScheduler);
    const keys$ = new Subject<string[]>();
    const passed: string[] = [];
    keys$
      .pipe(atMostEvery<string>(10_000, { now: () => nowMs, schedule }))
      .subscribe((keys) => passed.push(...keys));
    keys$.next(['a']);
    nowMs = 0;
    keys$.next(['a']);
    expect(passed).toEqual(['a', 'a']);
    keys$.complete();
  });
});
