import { Button } from '@mantine/core';
import { useText } from '../language/text.js';
import { Refusal } from '../api/refusal.js';
import { useRefusalText } from '../api/refusal-text.js';
import classes from './problem.module.css';

/** What went wrong, in a sentence, with the one next step. */
export function Problem({ problem, retry }: { problem: unknown; retry?: () => void }) {
  const t = useText();
  const sentence = useRefusalText();
  const trace = problem instanceof Refusal ? problem.traceId : null;
  return (
    <div className={classes.problem} role="alert">
      <p className={classes.title}>{t('app:error.title')}</p>
      <p>{sentence(problem)}</p>
      {trace ? <p className={classes.trace}>{t('app:error.trace', { id: trace })}</p> : null}
      {retry ? (
        <Button variant="default" onClick={retry}>
          {t('app:error.reload')}
        </Button>
      ) : null}
    </div>
  );
}
