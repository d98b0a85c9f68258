import type { Polarity } from '@sturmwarte/domain';
import { useText } from '../language/text.js';
import classes from './polarity-mark.module.css';

const SHAPES: Record<Polarity, string> = {
  negative: 'M1 2.5h10L6 10.5z',
  neutral: 'M6 1.5 10.5 6 6 10.5 1.5 6z',
  positive: 'M1 9.5h10L6 1.5z',
};

/** The tone of a mention: shape, word and colour say the same. */
export function PolarityMark({ polarity }: { polarity: Polarity }) {
  const t = useText();
  return (
    <span className={classes.mark} data-polarity={polarity}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path d={SHAPES[polarity]} />
      </svg>
      {t(`names:polarity.${polarity}`)}
    </span>
  );
}
