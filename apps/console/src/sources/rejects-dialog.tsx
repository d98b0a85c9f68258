import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SourceView } from '@sturmwarte/contracts';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import { useReturnFocus } from '../ui/use-return-focus.js';
import { rejectsQuery } from './source-actions.js';
import classes from './sources.module.css';
import { useLineRefusal } from './use-line-refusal.js';

export function RejectsDialog({ source, onClose }: { source: SourceView; onClose: () => void }) {
  const t = useText();
  useReturnFocus();
  const format = useFormat();
  const sentence = useLineRefusal();
  const rejects = useQuery(rejectsQuery(source.id));
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('sources:rejectsTitle', { name: source.name })}
      closeButtonProps={{ 'aria-label': t('app:action.close') }}
    >
      <div className={classes.stack}>
        <p>{t('sources:rejectsText')}</p>
        {rejects.isPending ? <Skeleton rows={3} /> : null}
        {rejects.isError ? <Problem problem={rejects.error} /> : null}
        {rejects.data?.length === 0 ? (
          <p className={classes.dim}>{t('sources:noRejects')}</p>
        ) : null}
        <ul className={classes.lines} tabIndex={0}>
          {rejects.data?.map((reject) => (
            <li key={reject.id} className={classes.line}>
              <strong>{t('sources:rejectLine', { line: format.integer(reject.line) })}</strong>{' '}
              {sentence(reject.code, reject.params)}{' '}
              <time className={classes.small} dateTime={reject.at}>
                {format.dateTime(reject.at)}
              </time>
              <bdi className={classes.sample}>{reject.sample}</bdi>
            </li>
          ))}
        </ul>
      </div>
    </Modal>
  );
}
