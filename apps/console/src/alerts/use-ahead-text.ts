import { rounded } from '@sturmwarte/i18n';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import type { AheadPoint } from './course.js';

/** What is to be expected of one bucket, in words: the middle and the band. */
export function useAheadText(): (point: AheadPoint) => string {
  const t = useText();
  const { integer } = useFormat();
  return ({ expected, low, high }) =>
    t('outlook:chart.row', {
      expected: integer(rounded(expected)),
      low: integer(rounded(low, 'down')),
      high: integer(rounded(high, 'up')),
    });
}
