import { IMPACTS } from '../impact.js';
import { levelInForce, type Incident } from './incident.js';

/** Order of incidents for somebody who has time for one: the strongest wind, then the gravest impact, then the oldest. */
export function worstFirst(a: Incident, b: Incident): number {
  return (
    levelInForce(b) - levelInForce(a) ||
    gravity(b) - gravity(a) ||
    Date.parse(a.t0) - Date.parse(b.t0)
  );
}

function gravity({ impact }: Incident): number {
  return impact === null ? -1 : IMPACTS.indexOf(impact.impact);
}
