import { useQuery } from '@tanstack/react-query';
import type { Statement, Variant } from '@sturmwarte/domain';
import { colleaguesQuery } from '../incidents/colleagues.queries.js';
import { useText } from '../language/text.js';
import panel from '../room/panel.module.css';
import { useRoom } from '../room/room-context.js';
import { useSession } from '../session/session.js';
import { Icon } from '../ui/icons.js';
import { rolesLostBy } from './who-may-approve.js';

/** Before the last possible approver becomes an author: then nobody could say yes for the role any more. */
export function LastApproverWarning({
  statement,
  variant,
}: {
  statement: Statement;
  variant: Variant;
}) {
  const t = useText();
  const { incident, now } = useRoom();
  const { person } = useSession();
  const { data: colleagues = [] } = useQuery(colleaguesQuery);
  const at = new Date(now()).toISOString();
  const lost = rolesLostBy(person.id, incident, statement, variant, colleagues, at);
  if (lost.length === 0) return null;
  return (
    <p className={panel.warn} role="status">
      <Icon name="warn" size={14} />{' '}
      {t('statements:approvers.last', {
        roles: lost.map((role) => t(`names:role.${role}`)).join(', '),
      })}
    </p>
  );
}
