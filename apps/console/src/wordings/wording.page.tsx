import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { AgreedDetail } from '@sturmwarte/contracts';
import { useState } from 'react';
import { NotFoundPage } from '../app/page-problem.js';
import { Refusal } from '../api/refusal.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useServerNow } from '../live/use-server-now.js';
import { Icon } from '../ui/icons.js';
import { Problem } from '../ui/problem.js';
import { RightButton } from '../ui/right-button.js';
import { Skeleton } from '../ui/skeleton.js';
import { AgreedHistory } from './agreed-history.js';
import { ApproveBar } from './approve-bar.js';
import { GapFields } from './gap-fields.js';
import { ReasonedOrder } from './reasoned-order.js';
import { StandingLine } from './standing-line.js';
import { useBrandName } from './use-brand-name.js';
import { VariantReading } from './variant-reading.js';
import classes from './wordings.module.css';
import { agreedWordingQuery } from './wordings.queries.js';

const keepSpace = ({ space }: { space?: number }) => (space === undefined ? {} : { space });

/** One wording: read, fill and copy, approve, write anew, withdraw. */
export function WordingPage() {
  const { wordingId } = useParams({ from: '/watch/wordings/$wordingId' });
  const wording = useQuery(agreedWordingQuery(wordingId));
  if (wording.isPending) return <Skeleton rows={5} height={72} />;
  if (wording.isError) {
    const { error } = wording;
    if (error instanceof Refusal && error.code === 'not-found') return <NotFoundPage />;
    return <Problem problem={error} retry={() => void wording.refetch()} />;
  }
  return <Reading key={wordingId} detail={wording.data} />;
}

function Reading({ detail: { wording, history } }: { detail: AgreedDetail }) {
  const t = useText();
  const format = useFormat();
  const now = useServerNow(60_000);
  const brandName = useBrandName();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [withdrawing, setWithdrawing] = useState(false);
  const { id, title, use, variants, version, written, brandId, note, returned, withdrawn } =
    wording;
  return (
    <article className={classes.page} aria-labelledby="wording-title">
      <header className={classes.head}>
        <div>
          <Link to="/wordings" search={keepSpace} className={classes.back ?? ''}>
            <Icon name="back" size={16} /> {t('wording:page.title')}
          </Link>
          <h1 id="wording-title">{title}</h1>
          <p className={classes.facts}>
            <StandingLine wording={wording} now={now} />
            <span>{brandName(brandId)}</span>
            <span>{t(`wording:purpose.${use.purpose}`)}</span>
            <span>{t('wording:agreed.levels', { from: use.levelFrom, to: use.levelTo })}</span>
            {use.playbooks.length === 0 ? null : <span>{use.playbooks.join(', ')}</span>}
            <span>
              {t('wording:agreed.version', {
                version,
                name: written.by.name,
                at: format.dateTime(written.at),
              })}
            </span>
          </p>
          {note === '' ? null : <p>{note}</p>}
          {returned === null || withdrawn !== null ? null : (
            <p className={classes.note} role="note">
              {t('wording:agreed.returnedBy', {
                name: returned.by.name,
                comment: returned.comment,
              })}
            </p>
          )}
          {withdrawn === null ? null : (
            <p className={classes.note} role="note">
              {t('wording:agreed.withdrawnBy', {
                name: withdrawn.by.name,
                reason: withdrawn.reason,
              })}
            </p>
          )}
        </div>
        {withdrawn === null ? (
          <div className={classes.buttons}>
            <RightButton
              variant="default"
              right="wording.approve"
              brandId={brandId}
              onClick={() => setWithdrawing(true)}
            >
              {t('wording:agreed.withdraw')}
            </RightButton>
            <NewVersionLink id={id} />
          </div>
        ) : null}
      </header>
      <GapFields wording={wording} values={values} onChange={setValues} />
      {variants.map((variant) => (
        <VariantReading
          key={`${variant.channel} ${variant.language}`}
          {...{ wording, variant, values, now }}
        />
      ))}
      {withdrawn === null ? <ApproveBar wording={wording} /> : null}
      <AgreedHistory history={history} />
      {withdrawing ? (
        <ReasonedOrder
          title={t('wording:withdraw.title')}
          consequence={t('wording:withdraw.text')}
          confirm={t('wording:agreed.withdraw')}
          label={t('wording:withdraw.reason')}
          path={`/agreed-wordings/${id}/withdraw`}
          body={(reason) => ({ reason })}
          onClose={() => setWithdrawing(false)}
        />
      ) : null}
    </article>
  );
}

function NewVersionLink({ id }: { id: number }) {
  const t = useText();
  return (
    <Button
      variant="default"
      component={Link}
      to="/wordings/$wordingId/edit"
      params={{ wordingId: id } as never}
      search={keepSpace as never}
    >
      {t('wording:agreed.newVersion')}
    </Button>
  );
}
