import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useText } from '../language/text.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import { WritingForm } from './writing-form.js';
import classes from './wordings.module.css';
import { agreedWordingQuery } from './wordings.queries.js';

/** A wording that does not exist yet. */
export function NewWordingPage() {
  const t = useText();
  return (
    <div className={classes.page}>
      <h1>{t('wording:write.newTitle')}</h1>
      <WritingForm before={null} />
    </div>
  );
}

/** The next version of one that does. */
export function EditWordingPage() {
  const t = useText();
  const { wordingId } = useParams({ from: '/watch/wordings/$wordingId/edit' });
  const wording = useQuery(agreedWordingQuery(wordingId));
  if (wording.isPending) return <Skeleton rows={5} height={72} />;
  if (wording.isError) {
    return <Problem problem={wording.error} retry={() => void wording.refetch()} />;
  }
  const { title } = wording.data.wording;
  return (
    <div className={classes.page}>
      <h1>{t('wording:write.versionTitle', { title })}</h1>
      <p className={classes.note}>{t('wording:write.voids')}</p>
      {/* What somebody else does meanwhile does not touch what is typed here; saving then says so. */}
      <WritingForm key={wordingId} before={wording.data.wording} />
    </div>
  );
}
