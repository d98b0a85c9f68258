import type { ExitMade, ExitView, MailSettings, WebhookSettings } from '@sturmwarte/contracts';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { Decision } from '../ui/decision.js';
import { Icon } from '../ui/icons.js';
import { useNotice } from '../ui/notice.js';
import { RightButton } from '../ui/right-button.js';
import { ChangeExitDialog } from './change-exit-dialog.js';
import { useExitActions } from './exits.queries.js';
import classes from './exits.module.css';

type Dialog = 'change' | 'renew' | 'test' | 'off';

export function ExitRow({
  exit,
  brand,
  onSecret,
}: {
  exit: ExitView;
  brand: string;
  onSecret: (made: ExitMade) => void;
}) {
  const t = useText();
  const notice = useNotice();
  const { change, renew, test } = useExitActions();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  const { id, name, kind, active } = exit;
  const manage = { right: 'exits.manage', brandId: exit.brandId, variant: 'default' } as const;
  return (
    <li className={classes.row}>
      <ExitFacts exit={exit} brand={brand} />
      <div className={classes.buttons}>
        {kind === 'sandbox' ? null : (
          <RightButton {...manage} onClick={() => setDialog('test')}>
            {t('exits:test')}
          </RightButton>
        )}
        <RightButton {...manage} onClick={() => setDialog('change')}>
          {t('exits:change')}
        </RightButton>
        {kind === 'webhook' ? (
          <RightButton {...manage} onClick={() => setDialog('renew')}>
            {t('exits:renew')}
          </RightButton>
        ) : null}
        {active ? (
          <RightButton {...manage} onClick={() => setDialog('off')}>
            {t('exits:off')}
          </RightButton>
        ) : (
          <RightButton {...manage} onClick={() => change.mutate({ id, patch: { active: true } })}>
            {t('exits:on')}
          </RightButton>
        )}
      </div>
      {dialog === 'change' ? <ChangeExitDialog exit={exit} onClose={close} /> : null}
      {dialog === 'test' ? (
        <Decision
          title={t('exits:testTitle', { name })}
          consequence={kind === 'mail' ? t('exits:testMail') : t('exits:testWebhook')}
          confirm={t('exits:test')}
          busy={test.isPending}
          onClose={close}
          onConfirm={() =>
            test.mutate(id, {
              onSuccess: ({ kind: outcome, why, to }) => {
                close();
                const said = t(`exits:tested.${outcome}`, { to, why: why ?? '' });
                if (outcome === 'confirmed') notice.done(said);
                else notice.warning(said);
              },
            })
          }
        />
      ) : null}
      {dialog === 'renew' ? (
        <Decision
          title={t('exits:renewTitle', { name })}
          consequence={t('exits:renewText')}
          confirm={t('exits:renew')}
          busy={renew.isPending}
          onClose={close}
          onConfirm={() =>
            renew.mutate(id, {
              onSuccess: (made) => {
                close();
                onSecret(made);
              },
            })
          }
        />
      ) : null}
      {dialog === 'off' ? (
        <Decision
          title={t('exits:offTitle', { name })}
          consequence={t('exits:offText')}
          confirm={t('exits:off')}
          busy={change.isPending}
          onClose={close}
          onConfirm={() => change.mutate({ id, patch: { active: false } }, { onSuccess: close })}
        />
      ) : null}
    </li>
  );
}

function ExitFacts({ exit, brand }: { exit: ExitView; brand: string }) {
  const t = useText();
  const format = useFormat();
  const { name, kind, channels, settings, active, secrets } = exit;
  const old = secrets.find(({ until }) => until !== null)?.until;
  const words = [
    brand,
    channels.map((channel) => t(`playbooks:channel.${channel}`)).join(', '),
    ...(kind === 'webhook' ? [(settings as WebhookSettings).url] : []),
    ...(kind === 'mail'
      ? [
          (settings as MailSettings).host,
          t('exits:recipients', { count: (settings as MailSettings).recipients.length }),
        ]
      : []),
    ...(old === null || old === undefined
      ? []
      : [t('exits:oldSecret', { time: format.dateTime(Date.parse(old)) })]),
  ];
  return (
    <div className={classes.facts}>
      <span className={classes.name}>
        {name}
        <span className={classes.state}>
          <Icon name={active ? 'check' : 'pause'} size={16} />
          {active ? t(`exits:kind.${kind as 'webhook'}`) : t('exits:isOff')}
        </span>
      </span>
      <span className={classes.small}>{words.join(' · ')}</span>
    </div>
  );
}
