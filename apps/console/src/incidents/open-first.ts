import type { IncidentView } from '@sturmwarte/contracts';
import { levelInForce } from '@sturmwarte/domain';

/** Open incidents first, of these the strongest wind; everything else newest first. */
export function openFirst(views: readonly IncidentView[]): readonly IncidentView[] {
  const rank = ({ incident }: IncidentView): number =>
    incident.state === 'open' ? 1 + levelInForce(incident) : 0;
  return [...views].sort(
    (a, b) =>
      rank(b) - rank(a) || Date.parse(b.incident.opened.at) - Date.parse(a.incident.opened.at),
  );
}
