import type { Evidence } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import detail from './alert-detail.module.css';
import classes from './evidence-sentence.module.css';
import { useEvidenceSentence } from './use-evidence-sentence.js';

interface Told {
  readonly evidence: Evidence;
  /** It tells of an earlier moment than the figures beside it. */
  readonly isPast: boolean;
}

/** The alert in one sentence. Words of strangers stand in it as text. */
export function EvidenceSentence({ evidence, isPast }: Told) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const write = useEvidenceSentence();
  return (
    <p className={classes.sentence} data-testid="sentence">
      {isPast ? (
        <span className={detail.dim}>
          {t('drivers:atHeight', { time: format.moment(evidence.at, now) })}{' '}
        </span>
      ) : null}
      {write(evidence)}
    </p>
  );
}
