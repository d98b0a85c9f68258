import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useText } from '../language/text.js';
import { Problem } from '../ui/problem.js';
import classes from './page-problem.module.css';

export function PageProblem({ error, reset }: ErrorComponentProps) {
  const t = useText();
  const router = useRouter();
  return (
    <main className={classes.page}>
      <h1>{t('app:error.page')}</h1>
      <p>{t('app:error.pageHint')}</p>
      <Problem
        problem={error}
        retry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </main>
  );
}

export function NotFoundPage() {
  const t = useText();
  return (
    <main className={classes.page}>
      <h1>{t('app:error.notFoundTitle')}</h1>
      <p>{t('app:error.notFoundText')}</p>
      <Link to="/">{t('app:error.toBoard')}</Link>
    </main>
  );
}
