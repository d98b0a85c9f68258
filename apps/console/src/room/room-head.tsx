import { Menu, Button } from '@mantine/core';
import { levelInForce } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { StopButton } from '../posting-stop/stop-button.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { Icon } from '../ui/icons.js';
import { LevelMark } from '../ui/level-mark.js';
import { AllClearDialog } from './all-clear-dialog.js';
import { AskButton } from './ask-button.js';
import { ClusterDialog } from './cluster-dialog.js';
import { ImpactDialog } from './impact-dialog.js';
import { LevelDialog } from './level-dialog.js';
import { LevelQuality } from './level-quality.js';
import { LinkDialog } from './link-dialog.js';
import { MergeDialog } from './merge-dialog.js';
import { ReasonDialog } from './reason-dialog.js';
import { RenameDialog } from './rename-dialog.js';
import { SOME_REASON, useRoom } from './room-context.js';
import classes from './room-head.module.css';
import { RoomStatus } from './room-status.js';
import { SplitDialog } from './split-dialog.js';

type Dialog =
  | 'level'
  | 'lift'
  | 'impact'
  | 'cluster'
  | 'rename'
  | 'merge'
  | 'split'
  | 'link'
  | 'all-clear'
  | 'reopen';

/** Both axes, who leads, what is due next for everybody, and what ends it. */
export function RoomHead() {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const { incident } = useRoom();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = (): void => setDialog(null);
  const { level, impact, proposedImpact, cluster, seats } = incident;
  const isOpen = incident.state === 'open';
  const inForce = levelInForce(incident);
  return (
    <header className={classes.head}>
      <div className={classes.first}>
        <LevelMark level={inForce} trend={level.trend} />
        {level.override === null ? null : (
          <span className={classes.dim}>
            {t('room:head.byHand', {
              automatic: level.automatic,
              name: level.override.by?.name ?? '–',
              reason: level.override.reason,
            })}
          </span>
        )}
        <LevelQuality />
        <span className={classes.impact} data-impact={impact?.impact}>
          {impact === null
            ? t('incidents:impact.none')
            : t('incidents:impact.long', {
                impact: impact.impact,
                name: t(`incidents:impact.${impact.impact}`),
              })}
        </span>
        {proposedImpact === null ? null : (
          <span className={classes.warn}>
            {t('room:head.impactProposed', {
              impact: proposedImpact.impact,
              name: proposedImpact.by?.name ?? '–',
            })}
          </span>
        )}
        <span className={classes.dim}>
          {incident.number} ·{' '}
          {t('incidents:since', {
            time: format.moment(incident.t0, now),
            age: format.age(now - Date.parse(incident.t0)),
          })}
        </span>
      </div>
      <h1 id="room-title" className={classes.title}>
        {incident.title}
      </h1>
      <p className={classes.facts}>
        <span>
          {seats.lead === undefined
            ? t('incidents:noLead')
            : t('incidents:ledBy', { name: seats.lead.person.name })}
        </span>
        <span>
          {cluster === null
            ? t('room:head.noCluster')
            : `${t(`room:cluster.${cluster.cluster}`)}: ${cluster.strategies.map((one) => t(`room:strategy.${one}`)).join(', ')}`}
        </span>
      </p>
      <RoomStatus />
      <div className={classes.actions} role="group" aria-label={t('room:head.actions')}>
        <StopButton brandId={incident.brandId} />
        {isOpen ? (
          <>
            <AskButton
              command={{
                type: 'set-impact',
                impact: otherImpact(impact?.impact),
                reason: SOME_REASON,
              }}
              onClick={() => setDialog('impact')}
            >
              {t('room:impact.button')}
            </AskButton>
            <AskButton
              command={{
                type: 'override-level',
                level: inForce === 6 ? 5 : 6,
                reason: SOME_REASON,
              }}
              onClick={() => setDialog('level')}
            >
              {t('room:level.button')}
            </AskButton>
            {level.override === null ? null : (
              <AskButton
                command={{ type: 'lift-override', reason: SOME_REASON }}
                onClick={() => setDialog('lift')}
              >
                {t('room:level.lift')}
              </AskButton>
            )}
            <Menu position="bottom-start" width={260}>
              <Menu.Target>
                <Button
                  size="compact-sm"
                  variant="default"
                  rightSection={<Icon name="more" size={16} />}
                >
                  {t('room:head.more')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {(['cluster', 'rename', 'link', 'merge', 'split'] as const).map((name) => (
                  <Menu.Item key={name} onClick={() => setDialog(name)}>
                    {t(`room:${name}.button`)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
            <AskButton
              command={{ type: 'give-all-clear', note: '', confirmed: [], reason: SOME_REASON }}
              onClick={() => setDialog('all-clear')}
            >
              {t('room:allClear.button')}
            </AskButton>
          </>
        ) : incident.state === 'all-clear' ? (
          <AskButton
            command={{ type: 'reopen', reason: SOME_REASON }}
            onClick={() => setDialog('reopen')}
          >
            {t('room:reopen.button')}
          </AskButton>
        ) : null}
      </div>
      {dialog === 'level' ? <LevelDialog onClose={close} /> : null}
      {dialog === 'impact' ? <ImpactDialog onClose={close} /> : null}
      {dialog === 'cluster' ? <ClusterDialog onClose={close} /> : null}
      {dialog === 'rename' ? <RenameDialog onClose={close} /> : null}
      {dialog === 'merge' ? <MergeDialog onClose={close} /> : null}
      {dialog === 'split' ? <SplitDialog onClose={close} /> : null}
      {dialog === 'link' ? <LinkDialog onClose={close} /> : null}
      {dialog === 'all-clear' ? <AllClearDialog onClose={close} /> : null}
      {dialog === 'lift' ? (
        <ReasonDialog
          title={t('room:level.liftTitle')}
          consequence={t('room:level.liftText', { level: level.automatic })}
          confirm={t('room:level.lift')}
          order={(reason) => ({ type: 'lift-override', reason })}
          onClose={close}
        />
      ) : null}
      {dialog === 'reopen' ? (
        <ReasonDialog
          title={t('room:reopen.title')}
          consequence={t('room:reopen.text')}
          confirm={t('room:reopen.button')}
          order={(reason) => ({ type: 'reopen', reason })}
          onClose={close}
        />
      ) : null}
    </header>
  );
}

function otherImpact(impact: 'A' | 'B' | 'C' | undefined): 'A' | 'B' | 'C' {
  return impact === 'C' ? 'B' : 'C';
}
