import type { Level } from '../level.js';
import type { Incident } from './incident.js';

/** What the joined alerts say together: the strongest of those still open; 0 when none is. */
export function levelOfAlerts({ alerts }: Pick<Incident, 'alerts'>): Level {
  const open = alerts.filter(({ standing, closed }) => standing === 'joined' && !closed);
  return open.reduce<Level>(
    (highest, { sign }) => (sign.level > highest ? sign.level : highest),
    0,
  );
}
