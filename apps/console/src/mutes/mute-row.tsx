import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { BREAK_LEVEL, LOUD_AGAIN_MS } from '@sturmwarte/domain';
import type { MuteView } from '@sturmwarte/contracts';
import { useId, useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { brandsQuery } from '../spaces/spaces.queries.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { useIsSpaceOver } from '../spaces/use-is-space-over.js';
import { Decision } from '../ui/decision.js';
import { Icon } from '../ui/icons.js';
import { RightButton } from '../ui/right-button.js';
import { ExtendMuteDialog } from './extend-mute-dialog.js';
import { MuteHistory } from './mute-history.js';
import { muteName } from './mute-name.js';
import { useMuteActions } from './mutes.queries.js';
import { muteWhen } from './mute-when.js';
import classes from './mutes.module.css';

/** One mute: what, until when, by whom, why, what it held back; and what can be done about it. */
export function MuteRow({ mute, opened = false }: { mute: MuteView; opened?: boolean }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const isSpaceOver = useIsSpaceOver();
  const { end } = useMuteActions();
  const [isOpen, setOpen] = useState(opened);
  const [dialog, setDialog] = useState<'extend' | 'end' | null>(null);
  const id = useId();
  const { subject, by, reason, excerpt } = mute;
  const name = muteName(mute, t);
  const isOfTopic = subject.kind === 'topic';
  const isOver = mute.endedAt !== null || Date.parse(mute.until) <= now;
  // A drill that is over keeps its mutes as they were.
  const canChange = !isOver && !isSpaceOver;
  const common = { right: 'mute.set', brandId: mute.brandId, variant: 'default' } as const;
  const close = (): void => setDialog(null);
  return (
    <li className={classes.row} data-kept={mute.id}>
      <div className={classes.facts}>
        <span className={classes.name}>
          <Icon name="bellOff" size={16} />
          {name}
          {subject.kind === 'copies' ? null : (
            <span className={classes.state}>{t(`mutes:kind.${subject.kind}`)}</span>
          )}
          <Held mute={mute} />
        </span>
        {subject.kind === 'copies' ? (
          <span className={classes.words}>
            {excerpt === null ? t('mutes:textGone') : t('mutes:quoted', { text: excerpt })}
          </span>
        ) : null}
        {isLoud(mute, now) ? (
          <strong className={classes.loud}>
            <Icon name="warn" size={16} /> {t('mutes:loud')}
          </strong>
        ) : null}
        <span>{muteWhen(mute, now, t, format)}</span>
        <span className={classes.small}>
          {t('mutes:by', { name: by.name, reason })} · <Reach mute={mute} />
        </span>
      </div>
      <div className={classes.buttons}>
        <Button
          variant="default"
          data-entry={mute.id}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t('mutes:hide') : t('mutes:show')}
          <span className="sw-hidden">: {name}</span>
        </Button>
        {!canChange ? null : (
          <>
            <RightButton {...common} onClick={() => setDialog('extend')}>
              {t('mutes:extend')}
              <span className="sw-hidden">: {name}</span>
            </RightButton>
            <RightButton {...common} onClick={() => setDialog('end')}>
              {t('mutes:end')}
              <span className="sw-hidden">: {name}</span>
            </RightButton>
          </>
        )}
      </div>
      <div id={id} className={classes.more} hidden={!isOpen}>
        {isOpen ? <MuteHistory mute={mute} /> : null}
      </div>
      {dialog === 'extend' ? <ExtendMuteDialog mute={mute} onClose={close} /> : null}
      {dialog === 'end' ? (
        <Decision
          title={t('mutes:endTitle', { name })}
          consequence={isOfTopic ? t('mutes:endText') : t('mutes:endQuietText')}
          confirm={t('mutes:end')}
          busy={end.isPending}
          onClose={close}
          onConfirm={() => end.mutate({ id: mute.id, reason: null }, { onSuccess: close })}
        />
      ) : null}
    </li>
  );
}

/** What it has held back so far: alarms of a topic, mentions of everything else. */
function Held({ mute }: { mute: MuteView }) {
  const t = useText();
  const format = useFormat();
  const { subject, heldAlarms, heldMentions, heldLately } = mute;
  const words =
    subject.kind === 'topic'
      ? heldAlarms > 0 && t('mutes:heldAlarms', { count: heldAlarms })
      : heldMentions > 0 &&
        t('mutes:heldMentions', { count: heldMentions, lately: format.integer(heldLately) });
  return <strong className={classes.held}>{words || t('mutes:heldNone')}</strong>;
}

/** How far it reaches: up to which level, or over which topics. */
function Reach({ mute }: { mute: MuteView }) {
  const t = useText();
  const { data: brands = [] } = useQuery(brandsQuery);
  const { subject, breaksThrough, onlyTopicName, brandId } = mute;
  if (subject.kind === 'topic') {
    return breaksThrough ? t('mutes:breaks', { level: BREAK_LEVEL }) : t('mutes:breaksNever');
  }
  if (onlyTopicName !== null) return t('mutes:scope.topic', { topic: onlyTopicName });
  return t('mutes:scope.brand', { brand: brands.find(({ id }) => id === brandId)?.name ?? '…' });
}

/** Told within the time after which it is told anew, and still standing. */
function isLoud({ loudAt, endedAt, until }: MuteView, now: number): boolean {
  const stands = endedAt === null && now < Date.parse(until);
  return stands && loudAt !== null && now - Date.parse(loudAt) < LOUD_AGAIN_MS;
}
