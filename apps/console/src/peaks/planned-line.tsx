import type { EvidencePeak } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';

/** Planned peaks that touch a curve, in words: what its shaded bands are. */
export function PlannedLine({
  peaks,
}: {
  peaks: readonly Pick<EvidencePeak, 'title' | 'from' | 'until'>[];
}) {
  const t = useText();
  const format = useFormat();
  if (peaks.length === 0) return null;
  return (
    <ul>
      {peaks.map(({ title, from, until }) => (
        <li key={`${title} ${from}`}>
          {t('alerts:chart.plannedPeak', { title })}: {format.dateTime(from)} –{' '}
          {format.moment(until, Date.parse(from))}
        </li>
      ))}
    </ul>
  );
}
