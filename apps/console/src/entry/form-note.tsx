import { useRefusalText } from '../api/refusal-text.js';
import { cx } from '../ui/cx.js';
import classes from './form.module.css';

/** Why the form was not accepted. */
export function FormRefusal({ problem }: { problem: unknown }) {
  const text = useRefusalText();
  if (problem === null || problem === undefined) return null;
  return (
    <p className={cx(classes.note, classes.bad)} role="alert">
      {text(problem)}
    </p>
  );
}
