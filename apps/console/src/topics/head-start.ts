import { LEAST_HEAD_START, MOST_HEAD_START } from '@sturmwarte/domain';

/** As it stands in a field; empty: none of one's own. */
export function writeHeadStart(headStart: number | null): string {
  return headStart === null ? '' : String(headStart);
}

/** With a point or a comma. Null: none of one's own; undefined: no number within the bounds. */
export function readHeadStart(text: string): number | null | undefined {
  const typed = text.trim().replace(',', '.').replace('−', '-');
  if (typed === '') return null;
  const number = Number(typed);
  return number >= LEAST_HEAD_START && number <= MOST_HEAD_START ? number : undefined;
}
