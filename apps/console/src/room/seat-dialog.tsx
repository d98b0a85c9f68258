import { NativeSelect } from '@mantine/core';
import { CRISIS_ROLES, type CrisisRole } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { OrderDialog } from './order-dialog.js';
import { PersonField } from './person-field.js';
import { useRoom } from './room-context.js';

/** Fills a seat of the crisis team, with a deputy. */
export function SeatDialog({ role: first, onClose }: { role: CrisisRole; onClose: () => void }) {
  const t = useText();
  const { incident } = useRoom();
  const [role, setRole] = useState<CrisisRole>(first);
  const [person, setPerson] = useState<number | null>(incident.seats[first]?.person.id ?? null);
  const [deputy, setDeputy] = useState<number | null>(incident.seats[first]?.deputy?.id ?? null);
  const isComplete = person !== null && person !== deputy;
  return (
    <OrderDialog
      title={t('room:team.assignTitle')}
      consequence={t('room:team.assignText')}
      confirm={t('room:team.assignConfirm')}
      order={
        isComplete
          ? {
              type: 'assign-role',
              role,
              person: { id: person },
              deputy: deputy === null ? null : { id: deputy },
            }
          : null
      }
      onClose={onClose}
    >
      <NativeSelect
        label={t('room:team.role')}
        value={role}
        onChange={(event) => {
          const chosen = CRISIS_ROLES.find((one) => one === event.currentTarget.value) ?? role;
          setRole(chosen);
          setPerson(incident.seats[chosen]?.person.id ?? null);
          setDeputy(incident.seats[chosen]?.deputy?.id ?? null);
        }}
        data={CRISIS_ROLES.map((one) => ({ value: one, label: t(`names:role.${one}`) }))}
      />
      <PersonField
        label={t('room:person')}
        nobody={t('room:choosePerson')}
        role={role}
        value={person}
        onChange={setPerson}
      />
      <PersonField
        label={t('room:team.deputyField')}
        nobody={t('room:team.noDeputy')}
        role={role}
        value={deputy}
        onChange={setDeputy}
      />
    </OrderDialog>
  );
}
