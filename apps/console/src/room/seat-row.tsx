import type { CrisisRole, PersonRef, Seat } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { AskButton } from './ask-button.js';
import { HandOverDialog } from './hand-over-dialog.js';
import panel from './panel.module.css';
import { ReasonDialog } from './reason-dialog.js';
import { SOME_REASON, useRoom } from './room-context.js';
import { SeatDialog } from './seat-dialog.js';

const NOBODY: PersonRef = { id: -1, name: '' };
const FORM = {
  situation: SOME_REASON,
  openDecisions: SOME_REASON,
  clocks: SOME_REASON,
  nextUpdate: SOME_REASON,
};

/** One seat of the crisis team: who fills it, who stands in, and how it passes on. */
export function SeatRow({ role, seat }: { role: CrisisRole; seat: Seat }) {
  const t = useText();
  const { incident } = useRoom();
  const [dialog, setDialog] = useState<'seat' | 'hand-over' | 'vacate' | null>(null);
  const name = t(`names:role.${role}`);
  const close = (): void => setDialog(null);
  return (
    <li>
      <div className={panel.row}>
        <span>
          <strong>{name}</strong> <Person person={seat.person} />
          {seat.deputy === null ? (
            <span className={panel.small}> · {t('room:team.noDeputy')}</span>
          ) : (
            <>
              {' '}
              <span className={panel.small}>{t('room:team.deputy')}</span>{' '}
              <Person person={seat.deputy} />
            </>
          )}
        </span>
        {incident.state === 'open' ? (
          <span className={panel.buttons}>
            <AskButton
              variant="subtle"
              command={{ type: 'assign-role', role, person: NOBODY, deputy: null }}
              onClick={() => setDialog('seat')}
              about={name}
            >
              {t('room:team.change')}
            </AskButton>
            <AskButton
              variant="subtle"
              command={{ type: 'offer-hand-over', role, to: NOBODY, form: FORM }}
              onClick={() => setDialog('hand-over')}
              about={name}
            >
              {t('room:handOver.button')}
            </AskButton>
            <AskButton
              variant="subtle"
              command={{ type: 'vacate-role', role, reason: SOME_REASON }}
              onClick={() => setDialog('vacate')}
              about={name}
            >
              {t('room:team.vacate')}
            </AskButton>
          </span>
        ) : null}
      </div>
      {dialog === 'seat' ? <SeatDialog role={role} onClose={close} /> : null}
      {dialog === 'hand-over' ? <HandOverDialog role={role} onClose={close} /> : null}
      {dialog === 'vacate' ? (
        <ReasonDialog
          title={t('room:team.vacateTitle', { role: name })}
          consequence={t('room:team.vacateText')}
          confirm={t('room:team.vacate')}
          order={(reason) => ({ type: 'vacate-role', role, reason })}
          onClose={close}
        />
      ) : null}
    </li>
  );
}

/** A name, and whether this person has said not to be reachable. */
function Person({ person }: { person: PersonRef }) {
  const t = useText();
  const { incident } = useRoom();
  const said = incident.reachability[person.id];
  if (said === undefined || said.reachable) return <span>{person.name}</span>;
  return (
    <span className={panel.warn}>
      {person.name} ({t('room:team.away')}
      {said.note === null ? '' : `: ${said.note}`})
    </span>
  );
}
