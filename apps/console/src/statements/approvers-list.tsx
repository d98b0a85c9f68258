import { useQuery } from '@tanstack/react-query';
import type { Statement, Variant } from '@sturmwarte/domain';
import { colleaguesQuery } from '../incidents/colleagues.queries.js';
import { useText } from '../language/text.js';
import panel from '../room/panel.module.css';
import { useRoom } from '../room/room-context.js';
import { whoMayApprove } from './who-may-approve.js';

/** Who could approve, role by role, and who can no longer. */
export function ApproversList({ statement, variant }: { statement: Statement; variant: Variant }) {
  const t = useText();
  const { incident, now } = useRoom();
  const { data: colleagues = [] } = useQuery(colleaguesQuery);
  const at = new Date(now()).toISOString();
  const roles = whoMayApprove(incident, statement, variant, colleagues, at);
  return (
    <ul className={panel.list}>
      {roles.map(({ role, could, cannot }) => (
        <li key={role}>
          <strong>{t(`names:role.${role}`)}</strong>:{' '}
          {could.length === 0 ? (
            <span className={panel.warn}>{t('statements:approvers.nobody')}</span>
          ) : (
            could.map(({ name }) => name).join(', ')
          )}
          {cannot.map(({ person, why }) => (
            <p key={person.id} className={panel.small}>
              {t(`statements:approvers.${why}`, { name: person.name })}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
