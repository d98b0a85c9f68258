import { Button } from '@mantine/core';
import type { SourceView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { QuietDialog } from '../mutes/quiet-dialog.js';
import { sourceChoice } from '../mutes/quiet-choice.js';
import { useMayAnywhere } from '../session/session.js';
import { useIsSpaceOver } from '../spaces/use-is-space-over.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { Decision } from '../ui/decision.js';
import { Icon } from '../ui/icons.js';
import { RightButton } from '../ui/right-button.js';
import { ChangeSourceDialog } from './change-source-dialog.js';
import { RejectsDialog } from './rejects-dialog.js';
import { useSourceActions } from './source-actions.js';
import classes from './sources.module.css';
import type { ShownToken } from './token-shown.js';
import { TokensDialog } from './tokens-dialog.js';
import { UploadDialog } from './upload-dialog.js';

const MINUTE_MS = 60_000;
type Dialog = 'mute' | 'change' | 'pause' | 'tokens' | 'rejects' | 'upload';

export function SourceRow({
  source,
  onToken,
}: {
  source: SourceView;
  onToken: (token: ShownToken) => void;
}) {
  const t = useText();
  const { change } = useSourceActions();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  const { brandId, id, name } = source;
  const isOver = useIsSpaceOver();
  const mayMute = useMayAnywhere('mute.set') && !isOver;
  const manage = { right: 'sources.manage', brandId, variant: 'default' } as const;
  return (
    <li className={classes.row}>
      <SourceFacts source={source} />
      <div className={classes.buttons}>
        <RightButton
          right="mentions.upload"
          brandId={brandId}
          variant="default"
          onClick={() => setDialog('upload')}
        >
          {t('sources:upload.open')}
        </RightButton>
        <RightButton {...manage} onClick={() => setDialog('rejects')}>
          {t('sources:rejects')}
        </RightButton>
        <RightButton {...manage} onClick={() => setDialog('tokens')}>
          {t('sources:tokens')}
        </RightButton>
        <RightButton {...manage} onClick={() => setDialog('change')}>
          {t('sources:change')}
        </RightButton>
        {mayMute ? (
          <Button variant="default" onClick={() => setDialog('mute')}>
            {t('mutes:topic.add')}
            <span className="sw-hidden">: {name}</span>
          </Button>
        ) : null}
        {source.active ? (
          <RightButton {...manage} onClick={() => setDialog('pause')}>
            {t('sources:pause')}
          </RightButton>
        ) : (
          <RightButton
            {...manage}
            onClick={() => change.mutate({ id: source.id, patch: { active: true } })}
          >
            {t('sources:resume')}
          </RightButton>
        )}
      </div>
      {dialog === 'mute' ? (
        <QuietDialog
          target={{ choices: [sourceChoice(id, name, t)], topicIds: [], brandId }}
          onClose={close}
        />
      ) : null}
      {dialog === 'upload' ? <UploadDialog source={source} onClose={close} /> : null}
      {dialog === 'rejects' ? <RejectsDialog source={source} onClose={close} /> : null}
      {dialog === 'change' ? <ChangeSourceDialog source={source} onClose={close} /> : null}
      {dialog === 'tokens' ? (
        <TokensDialog
          source={source}
          onClose={close}
          onToken={(token) => {
            close();
            onToken(token);
          }}
        />
      ) : null}
      {dialog === 'pause' ? (
        <Decision
          title={t('sources:pauseTitle', { name: source.name })}
          consequence={t('sources:pauseText')}
          confirm={t('sources:pause')}
          busy={change.isPending}
          onClose={close}
          onConfirm={() =>
            change.mutate({ id: source.id, patch: { active: false } }, { onSuccess: close })
          }
        />
      ) : null}
    </li>
  );
}

function SourceFacts({ source }: { source: SourceView }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const { state, lastMentionAt, silenceLimitMinutes, acceptedToday, rejectedToday } = source.health;
  const heardMs = lastMentionAt === null ? null : now - Date.parse(lastMentionAt);
  const age = heardMs === null ? null : format.age(heardMs);
  const words = [
    age === null
      ? t('sources:health.never')
      : state === 'silent'
        ? t('sources:health.silentFor', { age })
        : t('sources:health.last', { age }),
    ...(silenceLimitMinutes === null
      ? []
      : [t('sources:health.limit', { age: format.age(silenceLimitMinutes * MINUTE_MS) })]),
    t('sources:health.today', {
      accepted: format.integer(acceptedToday),
      rejected: format.integer(rejectedToday),
    }),
  ];
  return (
    <div className={classes.facts}>
      <span className={classes.name}>
        {source.name}
        <span className={classes.state} data-state={state}>
          <Icon name={state === 'silent' ? 'warn' : state === 'ok' ? 'check' : 'pause'} size={16} />
          {t(`names:sourceState.${state}`)}
        </span>
      </span>
      <span className={classes.small}>{words.join(' · ')}</span>
    </div>
  );
}
