import type { ReactNode } from 'react';
import classes from './drivers.module.css';

/** A name, its number, and how it compares with the largest. */
export function DriverBar({
  name,
  part,
  children,
}: {
  name: string;
  part: number;
  children: ReactNode;
}) {
  return (
    <li className={classes.bar}>
      <span className={classes.name} dir="auto">
        {name}
      </span>
      <span className={classes.value}>{children}</span>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.fill} style={{ width: `${Math.round(part * 100)}%` }} />
      </span>
    </li>
  );
}
