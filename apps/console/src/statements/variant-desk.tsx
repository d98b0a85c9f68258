import { approvalStateOf, type Statement, type Variant } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { AskButton } from '../room/ask-button.js';
import panel from '../room/panel.module.css';
import { ReasonDialog } from '../room/reason-dialog.js';
import { SOME_REASON, useRoom, SOME_PROOF } from '../room/room-context.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { ByHandDialog } from './by-hand-dialog.js';
import { ChainView } from './chain-view.js';
import { EmergencyButton } from './emergency-button.js';
import { LastApproverWarning } from './last-approver-warning.js';
import { PublishDialog } from './publish-dialog.js';
import { StandingMark } from './standing-mark.js';
import classes from './variant-desk.module.css';
import { VariantEditor } from './variant-editor.js';
import { newestOf } from './variant-of.js';
import { standingOf } from './variant-standing.js';

/** One text: how far it has come, what can be done with it, and its editor. */
export function VariantDesk({ statement, variant }: { statement: Statement; variant: Variant }) {
  const t = useText();
  const now = useSpaceClock();
  const { incident } = useRoom();
  const [dialog, setDialog] = useState<'publish' | 'hand' | 'recall' | 'drop' | null>(null);
  const close = (): void => setDialog(null);
  const at = new Date(now).toISOString();
  const standing = standingOf(incident, statement, variant, at);
  const { channel, language } = variant;
  const bound = { statement: statement.id, channel, language, hash: newestOf(variant).hash };
  const isReleased = ['approved', 'agreed', 'emergency', 'failed', 'planned', 'published'].includes(
    standing.kind,
  );
  const many = statement.variants.filter(({ dropped }) => dropped === null).length > 1;
  return (
    <div className={classes.desk}>
      <div className={panel.row}>
        <StandingMark standing={standing} />
        <span className={panel.buttons}>
          {isReleased ? (
            <>
              <AskButton
                variant={standing.kind === 'published' ? 'default' : 'filled'}
                command={{
                  type: 'prepare-publication',
                  ...bound,
                  exit: { id: 0, name: SOME_REASON, kind: 'sandbox' },
                  ...{ plannedFor: null, corrects: statement.corrects, agreedNow: true },
                  proof: SOME_PROOF,
                }}
                onClick={() => setDialog('publish')}
              >
                {t('release:publish.button')}
              </AskButton>
              <AskButton
                command={{
                  type: 'publish-by-hand',
                  ...bound,
                  ...{ corrects: statement.corrects, link: 'https://example.org', evidence: null },
                  ...{ saidAt: at, agreedNow: true, proof: SOME_PROOF },
                }}
                onClick={() => setDialog('hand')}
              >
                {t('release:byHand.button')}
              </AskButton>
            </>
          ) : null}
          {standing.state.phase === 'waiting' || standing.state.phase === 'approved' ? (
            <AskButton
              command={{ type: 'recall-wording', ...bound, reason: SOME_REASON }}
              onClick={() => setDialog('recall')}
            >
              {t('statements:recall.button')}
            </AskButton>
          ) : null}
          {many ? (
            <AskButton
              command={{ type: 'drop-variant', ...bound, reason: SOME_REASON }}
              onClick={() => setDialog('drop')}
            >
              {t('statements:dropVariant.button')}
            </AskButton>
          ) : null}
        </span>
      </div>
      <WhatWasSaid variant={variant} statement={statement} />
      {standing.state.phase === 'draft' ? null : (
        <ChainView state={approvalStateOf(incident, statement, variant, at)} now={now} />
      )}
      <EmergencyButton statement={statement} variant={variant} />
      <LastApproverWarning statement={statement} variant={variant} />
      <VariantEditor statement={statement} variant={variant} />
      {dialog === 'publish' ? (
        <PublishDialog statement={statement} variant={variant} onClose={close} />
      ) : null}
      {dialog === 'hand' ? (
        <ByHandDialog statement={statement} variant={variant} onClose={close} />
      ) : null}
      {dialog === 'recall' ? (
        <ReasonDialog
          title={t('statements:recall.title')}
          consequence={t('statements:recall.text')}
          confirm={t('statements:recall.confirm')}
          order={(reason) => ({ type: 'recall-wording', ...bound, reason })}
          onClose={close}
        />
      ) : null}
      {dialog === 'drop' ? (
        <ReasonDialog
          title={t('statements:dropVariant.title')}
          consequence={t('statements:dropVariant.text')}
          confirm={t('statements:dropVariant.confirm')}
          order={(reason) => ({
            type: 'drop-variant',
            ...{ statement: statement.id, channel, language, reason },
          })}
          onClose={close}
        />
      ) : null}
    </div>
  );
}

/** The no to this text, or the yes an edit made void. */
function WhatWasSaid({ statement, variant }: { statement: Statement; variant: Variant }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const { incident } = useRoom();
  const { refused } = variant;
  const { kind, lastVoided } = standingOf(
    incident,
    statement,
    variant,
    new Date(now).toISOString(),
  );
  const said = (by: { name: string } | null, at: string) => ({
    name: by?.name ?? t('journal:machine'),
    time: format.moment(at, now),
  });
  if (refused !== null && (kind === 'returned' || kind === 'rejected' || kind === 'recalled')) {
    return (
      <div className={classes.refused}>
        <strong>{t(`statements:refused.${refused.kind}`, said(refused.by, refused.at))}</strong>
        <p className={panel.words}>{refused.words}</p>
      </div>
    );
  }
  if (kind !== 'voided' || lastVoided === null) return null;
  return (
    <p className={classes.refused}>
      {t('statements:refused.voided', said(lastVoided.by, lastVoided.at))}
    </p>
  );
}
