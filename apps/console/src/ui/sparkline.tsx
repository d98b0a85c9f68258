import { useText } from '../language/text.js';
import { useFormat } from '../language/format.js';
import classes from './sparkline.module.css';

const WIDTH = 240;
const HEIGHT = 44;
const PAD = 3;
/** The expectation is known for the last hour: this many buckets of 15 minutes. */
const EXPECTED_BUCKETS = 4;

/** Course of the last hours: observation as a line over its area, the expectation of the last hour as a soft band. */
export function Sparkline({
  values,
  expectedHour,
}: {
  values: readonly number[];
  expectedHour: number | null;
}) {
  const t = useText();
  const format = useFormat();
  const expected = expectedHour === null ? null : expectedHour / EXPECTED_BUCKETS;
  const most = Math.max(4, expected ?? 0, ...values);
  const step = values.length > 1 ? WIDTH / (values.length - 1) : WIDTH;
  const y = (value: number): number => HEIGHT - PAD - (value / most) * (HEIGHT - 2 * PAD);
  const line = values
    .map((value, index) => `${fixed(index * step)} ${fixed(y(value))}`)
    .join(' L ');
  const label = t('board:spark', {
    now: format.integer(values.at(-1) ?? 0),
    max: format.integer(Math.max(0, ...values)),
  });
  return (
    <svg
      className={classes.spark}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {expected === null ? null : (
        <rect
          className={classes.expected}
          x={WIDTH - (EXPECTED_BUCKETS - 1) * step}
          y={y(expected)}
          width={(EXPECTED_BUCKETS - 1) * step}
          height={HEIGHT - PAD - y(expected)}
        />
      )}
      {values.length > 1 ? (
        <>
          <path className={classes.area} d={`M 0 ${HEIGHT} L ${line} L ${WIDTH} ${HEIGHT} Z`} />
          <path className={classes.line} d={`M ${line}`} />
        </>
      ) : null}
      <line className={classes.ground} x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
    </svg>
  );
}

function fixed(value: number): string {
  return value.toFixed(1);
}
