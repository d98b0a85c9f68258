import { CRISIS_ROLES } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { useSession } from '../session/session.js';
import { AskButton } from './ask-button.js';
import { HandOvers } from './hand-overs.js';
import { Panel } from './panel.js';
import panel from './panel.module.css';
import { ReachableDialog } from './reachable-dialog.js';
import { useRoom } from './room-context.js';
import { SeatDialog } from './seat-dialog.js';
import { SeatRow } from './seat-row.js';

/** Who is there: seats with deputies, who can be reached, and hand-overs waiting for a signature. */
export function TeamPanel() {
  const t = useText();
  const { incident } = useRoom();
  const { person } = useSession();
  const [dialog, setDialog] = useState<'seat' | 'reachable' | null>(null);
  const taken = CRISIS_ROLES.filter((role) => incident.seats[role] !== undefined);
  const free = CRISIS_ROLES.find((role) => incident.seats[role] === undefined) ?? 'lead';
  const away = Object.values(incident.reachability).filter(({ reachable }) => !reachable).length;
  const isOpen = incident.state === 'open';
  const close = (): void => setDialog(null);
  const mine = incident.reachability[person.id]?.reachable ?? true;
  return (
    <Panel
      title={
        away === 0
          ? t('room:team.title', { count: taken.length })
          : t('room:team.titleAway', { count: taken.length, away })
      }
      actions={
        isOpen ? (
          <AskButton
            command={{ type: 'assign-role', role: free, person, deputy: null }}
            onClick={() => setDialog('seat')}
          >
            {t('room:team.assign')}
          </AskButton>
        ) : null
      }
    >
      <HandOvers />
      {taken.length === 0 ? <p className={panel.dim}>{t('room:team.none')}</p> : null}
      <ul className={panel.list}>
        {taken.map((role) => {
          const seat = incident.seats[role];
          return seat === undefined ? null : <SeatRow key={role} role={role} seat={seat} />;
        })}
      </ul>
      {isOpen ? (
        <AskButton
          variant="subtle"
          command={{ type: 'say-reachable', reachable: !mine, note: null }}
          onClick={() => setDialog('reachable')}
        >
          {t(mine ? 'room:team.iAmAway' : 'room:team.iAmBack')}
        </AskButton>
      ) : null}
      {dialog === 'seat' ? <SeatDialog role={free} onClose={close} /> : null}
      {dialog === 'reachable' ? <ReachableDialog reachable={!mine} onClose={close} /> : null}
    </Panel>
  );
}
