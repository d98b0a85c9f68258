import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CrisisRole } from '@sturmwarte/domain';
import { colleaguesQuery } from '../incidents/colleagues.queries.js';
import { useText } from '../language/text.js';
import { useRoom } from './room-context.js';

/** Chooses a colleague; those who hold the role in the house, or a seat in the room, stand first. */
export function PersonField({
  label,
  value,
  onChange,
  role,
  nobody,
}: {
  label: string;
  value: number | null;
  onChange: (id: number | null) => void;
  role?: CrisisRole;
  /** Called so when nobody is chosen. */
  nobody: string;
}) {
  const t = useText();
  const { incident } = useRoom();
  const { data: colleagues = [] } = useQuery(colleaguesQuery);
  const fits = (grants: (typeof colleagues)[number]['grants']): boolean =>
    grants.some(
      (grant) =>
        grant.role === role && (grant.brandId === null || grant.brandId === incident.brandId),
    );
  const first = role === undefined ? [] : colleagues.filter(({ grants }) => fits(grants));
  const rest = colleagues.filter((one) => !first.includes(one));
  const items = (people: typeof colleagues) =>
    people.map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        onChange(chosen === '' ? null : Number(chosen));
      }}
      data={[
        { value: '', label: nobody },
        ...(role === undefined || first.length === 0
          ? items(rest)
          : [
              { group: t(`names:role.${role}`), items: items(first) },
              { group: t('room:others'), items: items(rest) },
            ]),
      ]}
    />
  );
}
