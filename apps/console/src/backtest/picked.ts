import type { BacktestRequest, TopicView } from '@sturmwarte/contracts';
import type { BacktestSearch } from './backtest-search.js';
import { BESIDE } from './beside.js';
import type { Picked } from './setting-picker.js';

/** Both sides as the address has them; what it leaves out is as the topic has it. */
export function pickedOf(
  { sensitivity, headStart, cooldownMinutes }: TopicView,
  search: BacktestSearch,
): { readonly a: Picked; readonly b: Picked } {
  const a = search.a ?? sensitivity;
  // As saved means with the number somebody has set.
  const ownStart = search.a === undefined ? headStart : null;
  return {
    a: {
      value: a,
      headStart: search.aStart ?? ownStart,
      cooldownMinutes: search.aRest ?? cooldownMinutes,
    },
    b: {
      value: search.b ?? BESIDE[a],
      headStart: search.bStart ?? null,
      cooldownMinutes: search.bRest ?? cooldownMinutes,
    },
  };
}

/** Left out in the address: what `undefined` takes away. */
const gone = undefined as never;

export function searchOfA({ value, headStart, cooldownMinutes: aRest }: Picked): BacktestSearch {
  if (value === 'none') return {};
  return { a: value, aStart: headStart ?? gone, aRest };
}

export function searchOfB({ value: b, headStart, cooldownMinutes: bRest }: Picked): BacktestSearch {
  return { b, bStart: headStart ?? gone, bRest };
}

/** As the server takes it; none of a side that is left empty. */
export function settingOf({
  value,
  headStart,
  cooldownMinutes,
}: Picked): BacktestRequest['settings'] {
  return value === 'none' ? [] : [{ sensitivity: value, headStart, cooldownMinutes }];
}
