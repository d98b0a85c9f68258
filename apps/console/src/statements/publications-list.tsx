import type { Publication, Statement } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { whyWords } from './why-words.js';
import { AskButton } from '../room/ask-button.js';
import panel from '../room/panel.module.css';
import { ReasonDialog } from '../room/reason-dialog.js';
import { SOME_REASON, useRoom, SOME_PROOF } from '../room/room-context.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { Icon } from '../ui/icons.js';
import { safeLink } from '../ui/safe-link.js';
import { DraftDialog } from './draft-dialog.js';
import classes from './publications-list.module.css';
import { SettleDialog } from './settle-dialog.js';
import { SOME_DRAFT } from './some-draft.js';
import { useVariantName } from './use-variant-name.js';
import { shortHash } from './variant-of.js';

/** What of a statement left the house, or is about to: state, receipt, corrections; and what to do about it. */
export function PublicationsList({ statement }: { statement: Statement }) {
  const t = useText();
  const { incident } = useRoom();
  const own = incident.publications.filter((one) => one.statement === statement.id);
  if (own.length === 0) return <p className={panel.small}>{t('release:publication.none')}</p>;
  return (
    <ul className={panel.list}>
      {own.toReversed().map((publication) => (
        <PublicationRow key={publication.id} publication={publication} />
      ))}
    </ul>
  );
}

function PublicationRow({ publication }: { publication: Publication }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const { incident } = useRoom();
  const variantName = useVariantName();
  const [dialog, setDialog] = useState<'settle' | 'withdraw' | 'correct' | null>(null);
  const close = (): void => setDialog(null);
  const { id, state, exit, plannedFor, moved, receipt, why, prepared, hash } = publication;
  const corrections = incident.publications.filter(({ corrects }) => corrects === id);
  const corrected = incident.publications.find((one) => one.id === publication.corrects);
  const link = receipt?.link ?? null;
  const held = incident.postingStop !== null && state === 'prepared';
  return (
    <li className={classes.row} data-state={state}>
      <p>
        <strong>{variantName(publication)}</strong> · {exit.name}
        <span className={panel.small} title={hash}>
          {' '}
          {t('release:exact.hash', { hash: shortHash(hash) })}
        </span>
      </p>
      <p className={classes.state}>
        <Icon name={SIGN[state]} size={14} />{' '}
        {t(`release:publication.state.${state}`, {
          time: format.moment(receipt?.at ?? moved.at, now),
          name: prepared.by?.name ?? t('journal:machine'),
        })}
        {state === 'prepared' && plannedFor !== null
          ? ` · ${t('release:publication.planned', { time: format.moment(plannedFor, now) })}`
          : ''}
        {held ? ` · ${t('release:publication.held')}` : ''}
      </p>
      {receipt === null ? null : (
        <p className={panel.small}>
          {t(`release:publication.how.${receipt.how}`)}
          {receipt.foreignId === null
            ? ''
            : ` · ${t('release:publication.foreign', { id: receipt.foreignId })}`}
        </p>
      )}
      {link === null ? null : (
        <p>
          <a href={safeLink(link) ?? undefined} target="_blank" rel="noreferrer noopener">
            {link}
          </a>
        </p>
      )}
      {why === null || state === 'confirmed' ? null : (
        <p className={panel.words}>{whyWords(t, why)}</p>
      )}
      {corrected === undefined ? null : (
        <p className={panel.small}>
          {t('release:publication.corrects', {
            time: format.moment(corrected.receipt?.at ?? corrected.moved.at, now),
          })}
        </p>
      )}
      {corrections.map((one) => (
        <p key={one.id} className={panel.small}>
          {t('release:publication.correctedBy', {
            time: format.moment(one.receipt?.at ?? one.moved.at, now),
            state: t(`release:publication.short.${one.state}`),
          })}
        </p>
      ))}
      <div className={panel.buttons}>
        {state === 'prepared' || state === 'failed' ? (
          <AskButton
            command={{ type: 'withdraw-publication', publication: id, reason: SOME_REASON }}
            onClick={() => setDialog('withdraw')}
          >
            {t('release:withdraw.button')}
          </AskButton>
        ) : null}
        {state === 'unknown' ? (
          <AskButton
            variant="filled"
            command={{
              type: 'settle-publication',
              ...{ publication: id, outcome: 'not-out', receipt: null, reason: SOME_REASON },
              proof: SOME_PROOF,
            }}
            onClick={() => setDialog('settle')}
          >
            {t('release:settle.button')}
          </AskButton>
        ) : null}
        {state === 'confirmed' && incident.state === 'open' ? (
          <AskButton command={{ ...SOME_DRAFT, corrects: id }} onClick={() => setDialog('correct')}>
            {t('release:publication.correct')}
          </AskButton>
        ) : null}
      </div>
      {dialog === 'settle' ? <SettleDialog publication={publication} onClose={close} /> : null}
      {dialog === 'withdraw' ? (
        <ReasonDialog
          title={t('release:withdraw.title')}
          consequence={t('release:withdraw.text', { exit: exit.name })}
          confirm={t('release:withdraw.confirm')}
          order={(reason) => ({ type: 'withdraw-publication', publication: id, reason })}
          onClose={close}
        />
      ) : null}
      {dialog === 'correct' ? (
        <DraftDialog
          occasion={{
            ...{ step: null, templates: [], corrects: id },
            title: t('release:publication.correctionOf', { exit: exit.name }),
          }}
          onClose={close}
        />
      ) : null}
    </li>
  );
}

const SIGN = {
  prepared: 'clock',
  sending: 'play',
  confirmed: 'check',
  unknown: 'warn',
  failed: 'cross',
  withdrawn: 'undo',
} as const;
