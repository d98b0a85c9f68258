import { useId, type ReactNode } from 'react';
import classes from './panel.module.css';

/** A part of the room under its name, with what can be done to the whole of it. */
export function Panel({
  title,
  actions,
  children,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id}>{title}</h2>
        {actions === undefined ? null : <div className={classes.buttons}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
