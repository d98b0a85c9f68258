import type { ReactNode } from 'react';
import { useText } from '../language/text.js';
import classes from './expert-values.module.css';

/** The numbers behind the plain words, folded away; open where somebody has set one. */
export function ExpertValues({ open, children }: { open: boolean; children: ReactNode }) {
  const t = useText();
  return (
    <details className={classes.fold} open={open}>
      <summary>{t('topics:headStart.fold')}</summary>
      <div className={classes.fields}>{children}</div>
    </details>
  );
}
