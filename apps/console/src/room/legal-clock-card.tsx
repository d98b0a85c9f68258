import { legalClockRule } from '@sturmwarte/clock';
import type { LegalClock } from '@sturmwarte/domain';
import { useState } from 'react';
import { ClockTime } from '../incidents/clock-time.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { AskButton } from './ask-button.js';
import classes from './clocks-panel.module.css';
import { FulfilDialog } from './fulfil-dialog.js';
import { LegalClockNotes } from './legal-clock-notes.js';
import panel from './panel.module.css';
import { ReasonDialog } from './reason-dialog.js';
import { SOME_REASON, useRoom } from './room-context.js';
import { StartClockDialog } from './start-clock-dialog.js';

type Dialog = 'start' | 'waive' | 'reassess' | { readonly fulfil: string };

/** A legal duty: not assessed is as loud as running; who said what, until when, and what is to be done. */
export function LegalClockCard({ clock }: { clock: LegalClock }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const { incident, clocks } = useRoom();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const rule = legalClockRule(clock.id);
  const title = `${clock.id}: ${rule.title[format.language]}`;
  const { standing } = clock;
  const isLoud = standing === 'not-assessed' || standing === 'waiver-proposed';
  const whole = clocks.get(`legal:${clock.id}`);
  const close = (): void => setDialog(null);
  return (
    <li className={classes.legal} data-loud={isLoud || undefined}>
      <div className={classes.stage}>
        <strong className={classes.name}>{title}</strong>
        {whole === undefined ? null : <ClockTime clock={whole} large={isLoud} />}
      </div>
      {standing === 'waiver-proposed' ? (
        <p className={panel.warn}>
          {t('clocks:legal.waiverProposed', {
            name: clock.said.by?.name ?? '–',
            reason: clock.reason ?? '–',
          })}
        </p>
      ) : null}
      {standing === 'not-applicable' ? (
        <p className={panel.small}>
          {t('clocks:legal.waived', {
            name: clock.said.by?.name ?? '–',
            second: clock.confirmed?.by?.name ?? '–',
            reason: clock.reason ?? '–',
          })}
        </p>
      ) : null}
      {clock.proposedAnchor === null || standing === 'running' ? null : (
        <p className={panel.warn}>
          {t('clocks:legal.anchorProposed', {
            name: clock.proposedAnchor.by?.name ?? '–',
            time: format.moment(clock.proposedAnchor.anchor, now),
            reason: clock.proposedAnchor.reason,
          })}
        </p>
      )}
      {standing === 'running' ? (
        <>
          {clock.stages.map((stage) => {
            const running = clocks.get(`legal:${clock.id}:${stage.stage}`);
            const known = rule.stages.find(({ id }) => id === stage.stage);
            return (
              <div key={stage.stage}>
                <div className={classes.stage}>
                  <span className={classes.name}>
                    {known?.title[format.language] ?? stage.stage}
                  </span>
                  {running === undefined ? null : (
                    <ClockTime clock={running} large={stage.fulfilled === null} />
                  )}
                </div>
                <div className={classes.stage}>
                  <span className={panel.small}>
                    {stage.fulfilled === null
                      ? stage.due === null
                        ? t('clocks:legal.immediate')
                        : t('clocks:clock.due', { time: format.dateTime(stage.due) })
                      : t('clocks:legal.proof', { proof: stage.fulfilled.proof })}
                    {stage.conservativeDue === null || stage.fulfilled !== null
                      ? ''
                      : ` · ${t('clocks:legal.strict', { time: format.dateTime(stage.conservativeDue) })}`}
                  </span>
                  {stage.fulfilled === null && incident.state !== 'merged' ? (
                    <AskButton
                      command={{
                        type: 'fulfil-clock',
                        clock: clock.id,
                        stage: stage.stage,
                        proof: SOME_REASON,
                        stages: [],
                      }}
                      onClick={() => setDialog({ fulfil: stage.stage })}
                      about={title}
                    >
                      {t('clocks:legal.fulfil')}
                    </AskButton>
                  ) : null}
                </div>
              </div>
            );
          })}
          <p className={panel.small}>
            {t('clocks:legal.startedBy', {
              name: clock.said.by?.name ?? '–',
              time: format.dateTime(clock.anchors['knowledge'] ?? clock.listedAt),
            })}
          </p>
        </>
      ) : null}
      {incident.state === 'open' ? (
        <div className={panel.buttons}>
          {standing === 'running' ? null : (
            <AskButton
              command={{
                type: 'start-clock',
                clock: clock.id,
                anchors: { knowledge: incident.t0 },
                stages: [],
                reason: SOME_REASON,
              }}
              onClick={() => setDialog('start')}
              about={title}
            >
              {t('clocks:legal.start')}
            </AskButton>
          )}
          {isLoud ? (
            <AskButton
              command={{ type: 'waive-clock', clock: clock.id, reason: SOME_REASON }}
              onClick={() => setDialog('waive')}
              about={title}
            >
              {t(
                standing === 'waiver-proposed' ? 'clocks:legal.confirmWaive' : 'clocks:legal.waive',
              )}
            </AskButton>
          ) : null}
          {standing === 'not-assessed' ? null : (
            <AskButton
              variant="subtle"
              command={{ type: 'reassess-clock', clock: clock.id, reason: SOME_REASON }}
              onClick={() => setDialog('reassess')}
              about={title}
            >
              {t('clocks:legal.reassess')}
            </AskButton>
          )}
        </div>
      ) : null}
      <LegalClockNotes rule={rule} />
      {dialog === 'start' ? <StartClockDialog clock={clock} onClose={close} /> : null}
      {dialog === 'waive' ? (
        <ReasonDialog
          title={t('clocks:legal.waiveTitle', { clock: title })}
          consequence={t(
            standing === 'waiver-proposed' ? 'clocks:legal.confirmText' : 'clocks:legal.waiveText',
          )}
          confirm={t(
            standing === 'waiver-proposed' ? 'clocks:legal.confirmWaive' : 'clocks:legal.waive',
          )}
          order={(reason) => ({ type: 'waive-clock', clock: clock.id, reason })}
          onClose={close}
        />
      ) : null}
      {dialog === 'reassess' ? (
        <ReasonDialog
          title={t('clocks:legal.reassessTitle', { clock: title })}
          consequence={t('clocks:legal.reassessText')}
          confirm={t('clocks:legal.reassess')}
          order={(reason) => ({ type: 'reassess-clock', clock: clock.id, reason })}
          onClose={close}
        />
      ) : null}
      {dialog !== null && typeof dialog === 'object' ? (
        <FulfilDialog clock={clock} stage={dialog.fulfil} onClose={close} />
      ) : null}
    </li>
  );
}
