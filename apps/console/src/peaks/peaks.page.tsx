import { useQuery } from '@tanstack/react-query';
import type { PeakView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSession } from '../session/session.js';
import { brandsQuery } from '../spaces/spaces.queries.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { useSpaceId } from '../spaces/use-space.js';
import { editableBrand } from '../topics/editable-brand.js';
import { topicsQuery } from '../topics/topics.queries.js';
import { Decision } from '../ui/decision.js';
import { Icon } from '../ui/icons.js';
import { Problem } from '../ui/problem.js';
import { RightButton } from '../ui/right-button.js';
import { Skeleton } from '../ui/skeleton.js';
import { PeakDialog } from './peak-dialog.js';
import { peaksQuery, usePeakActions } from './peaks.queries.js';
import classes from './peaks.module.css';

/** Geplante Spitzen: when more is expected than usual. */
export function PeaksPage() {
  const t = useText();
  const { grants } = useSession().person;
  const peaks = useQuery(peaksQuery(useSpaceId()));
  const [adding, setAdding] = useState(false);
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1>{t('peaks:title')}</h1>
        <RightButton
          right="topics.edit"
          brandId={editableBrand(grants)}
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => setAdding(true)}
        >
          {t('peaks:add')}
        </RightButton>
      </div>
      <p className={classes.dim}>{t('peaks:lead')}</p>
      {peaks.isPending ? <Skeleton rows={3} height={56} /> : null}
      {peaks.isError ? <Problem problem={peaks.error} retry={() => void peaks.refetch()} /> : null}
      {peaks.data?.length === 0 ? (
        <div className={`${classes.list ?? ''} ${classes.empty ?? ''}`}>
          <h2>{t('peaks:empty')}</h2>
          <p>{t('peaks:emptyHint')}</p>
        </div>
      ) : null}
      {peaks.data && peaks.data.length > 0 ? (
        <ul className={classes.list}>
          {peaks.data.map((peak) => (
            <PeakRow key={peak.id} peak={peak} />
          ))}
        </ul>
      ) : null}
      {adding ? <PeakDialog peak={null} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

function PeakRow({ peak }: { peak: PeakView }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const { data: brands = [] } = useQuery(brandsQuery);
  const { data: topics = [] } = useQuery(topicsQuery(peak.spaceId));
  const { remove } = usePeakActions();
  const [dialog, setDialog] = useState<'edit' | 'remove' | null>(null);
  const { id, title, brandId, topicId, from, until, multiple, by } = peak;
  const brand = brands.find((one) => one.id === brandId)?.name ?? '';
  const topic = topics.find((one) => one.id === topicId)?.name ?? t('peaks:allTopics');
  const times = { from: format.dateTime(from), until: format.dateTime(until) };
  const state = Date.parse(until) <= now ? 'past' : Date.parse(from) <= now ? 'running' : 'coming';
  const common = { right: 'topics.edit', brandId, variant: 'default' } as const;
  const close = (): void => setDialog(null);
  return (
    <li className={classes.row} data-state={state}>
      <div className={classes.facts}>
        <span className={classes.name}>
          {title}
          <span className={classes.state}>{t(`peaks:state.${state}`)}</span>
        </span>
        <span>
          {t('peaks:span', times)} ·{' '}
          {multiple === null
            ? t('peaks:expected')
            : t('peaks:times', { multiple: format.decimal(multiple) })}
        </span>
        <span className={classes.state}>
          {brand} · {topic} · {by.name}
        </span>
      </div>
      <div className={classes.buttons}>
        <RightButton {...common} onClick={() => setDialog('edit')}>
          {t('peaks:edit')}
          <span className="sw-hidden">: {title}</span>
        </RightButton>
        <RightButton {...common} onClick={() => setDialog('remove')}>
          {t('peaks:remove')}
          <span className="sw-hidden">: {title}</span>
        </RightButton>
      </div>
      {dialog === 'edit' ? <PeakDialog peak={peak} onClose={close} /> : null}
      {dialog === 'remove' ? (
        <Decision
          title={t('peaks:removeTitle', { title })}
          consequence={t('peaks:removeText')}
          confirm={t('peaks:remove')}
          busy={remove.isPending}
          onClose={close}
          onConfirm={() => remove.mutate(id, { onSuccess: close })}
        />
      ) : null}
    </li>
  );
}
