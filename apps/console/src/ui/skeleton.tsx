import { useText } from '../language/text.js';
import classes from './skeleton.module.css';

/** Grey bars while a page is on its way; they appear only when it takes longer than a glance. */
export function Skeleton({ rows = 4, height = 36 }: { rows?: number; height?: number }) {
  const t = useText();
  return (
    <div className={classes.skeleton} role="status">
      <span className="sw-hidden">{t('app:action.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.bar} style={{ height }} />
      ))}
    </div>
  );
}
