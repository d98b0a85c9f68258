import type { BrandView, PostingStatus } from '@sturmwarte/contracts';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useServerNow } from '../live/use-server-now.js';
import { Icon } from '../ui/icons.js';
import { RightButton } from '../ui/right-button.js';
import { LiftDialog } from './lift-dialog.js';
import classes from './stop-banner.module.css';

/** As long as posting is stopped for a brand, every page says so: who, when, why, and what is held. */
export function StopBanner({ brand, status }: { brand: BrandView; status: PostingStatus }) {
  const t = useText();
  const format = useFormat();
  const now = useServerNow(60_000);
  const [isLifting, setLifting] = useState(false);
  const { stop, held } = status;
  if (stop === null) return null;
  return (
    <section className={classes.banner} aria-label={t('stop:banner.label', { brand: brand.name })}>
      <Icon name="hand" />
      <div className={classes.words}>
        <strong>{t('stop:banner.title', { brand: brand.name })}</strong>
        <p>
          {t('stop:banner.text', {
            name: stop.by.name,
            time: format.moment(stop.at, now),
            reason: stop.reason,
          })}
        </p>
        {held.length === 0 ? (
          <p>{t('stop:banner.nothing')}</p>
        ) : (
          <details>
            <summary>{t('stop:held', { count: held.length })}</summary>
            <ul>
              {held.map((row) => (
                <li key={`${row.incidentId}-${row.publication}`}>
                  {row.incident} {row.incidentTitle}: {t(`playbooks:channel.${row.channel}`)} ·{' '}
                  {t(`statements:language.${row.language}`)} → {row.exit},{' '}
                  {t('release:publication.planned', { time: format.moment(row.notBefore, now) })}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <RightButton
        right="posting.resume"
        brandId={brand.id}
        variant="default"
        onClick={() => setLifting(true)}
      >
        {t('stop:lift.button')}
      </RightButton>
      {isLifting ? (
        <LiftDialog
          brandId={brand.id}
          brand={brand.name}
          held={held.length}
          onClose={() => setLifting(false)}
        />
      ) : null}
    </section>
  );
}
