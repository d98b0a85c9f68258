import type { HandOver } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { useSession } from '../session/session.js';
import { AskButton } from './ask-button.js';
import panel from './panel.module.css';
import { OrderDialog } from './order-dialog.js';
import classes from './proposed-steps.module.css';
import { ReasonDialog } from './reason-dialog.js';
import { SOME_REASON, useRoom } from './room-context.js';

const FIELDS = ['situation', 'openDecisions', 'clocks', 'nextUpdate'] as const;

/** Hand-overs that wait for the other side's signature. */
export function HandOvers() {
  const { incident } = useRoom();
  return incident.handOvers
    .filter(({ state }) => state === 'offered')
    .map((handOver) => <Offered key={handOver.id} handOver={handOver} />);
}

function Offered({ handOver: { id, role, from, to, form } }: { handOver: HandOver }) {
  const t = useText();
  const { person } = useSession();
  const [dialog, setDialog] = useState<'sign' | 'end' | null>(null);
  const name = t(`names:role.${role}`);
  const close = (): void => setDialog(null);
  const end = t(person.id === to.id ? 'room:handOver.decline' : 'room:handOver.withdraw');
  return (
    <div
      className={classes.proposed}
      role="group"
      aria-label={t('room:handOver.group', { role: name })}
    >
      <p className={panel.warn}>
        {t('room:handOver.waiting', { role: name, from: from.name, to: to.name })}
      </p>
      <dl>
        {FIELDS.map((field) => (
          <div key={field}>
            <dt className={panel.small}>{t(`room:handOver.${field}`)}</dt>
            <dd className={panel.words}>{form[field]}</dd>
          </div>
        ))}
      </dl>
      <div className={panel.buttons}>
        <AskButton
          variant="filled"
          command={{ type: 'sign-hand-over', handOver: id }}
          onClick={() => setDialog('sign')}
        >
          {t('room:handOver.sign')}
        </AskButton>
        <AskButton
          command={{ type: 'end-hand-over', handOver: id, reason: SOME_REASON }}
          onClick={() => setDialog('end')}
        >
          {end}
        </AskButton>
      </div>
      {dialog === 'sign' ? (
        <OrderDialog
          title={t('room:handOver.signTitle', { role: name })}
          consequence={t('room:handOver.signText', { from: from.name })}
          confirm={t('room:handOver.sign')}
          order={{ type: 'sign-hand-over', handOver: id }}
          onClose={close}
        />
      ) : null}
      {dialog === 'end' ? (
        <ReasonDialog
          title={t('room:handOver.endTitle', { role: name })}
          consequence={t('room:handOver.endText')}
          confirm={end}
          order={(reason) => ({ type: 'end-hand-over', handOver: id, reason })}
          onClose={close}
        />
      ) : null}
    </div>
  );
}
