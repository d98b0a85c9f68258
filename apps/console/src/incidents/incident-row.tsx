import { Link } from '@tanstack/react-router';
import type { IncidentView } from '@sturmwarte/contracts';
import { clocksOf, levelInForce } from '@sturmwarte/domain';
import { memo, useMemo } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { LevelMark } from '../ui/level-mark.js';
import { ClockTime } from './clock-time.js';
import { useClockName } from './clock-name.js';
import classes from './incident-row.module.css';
import { nextClock } from './next-clock.js';
import type { Playbooks } from './use-playbooks.js';

/** One incident of the list: how hard it blows, how grave it is, who leads, what is due next. */
export const IncidentRow = memo(function IncidentRow({
  view: { id, incident },
  playbooks,
}: {
  view: IncidentView;
  playbooks: Playbooks;
}) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const lead = incident.seats.lead?.person.name;
  const impact = incident.impact?.impact ?? null;
  return (
    <li>
      <Link
        to="/incidents/$incidentId"
        params={{ incidentId: id }}
        search={({ space }) => (space === undefined ? {} : { space })}
        className={classes.row ?? ''}
        data-entry={id}
        data-state={incident.state}
      >
        <span className={classes.mark}>
          {incident.state === 'open' ? (
            <LevelMark level={levelInForce(incident)} trend={incident.level.trend} small />
          ) : (
            <span className={classes.over}>{t(`incidents:state.${incident.state}`)}</span>
          )}
        </span>
        <span className={classes.name}>
          <strong>{incident.title}</strong>{' '}
          <span className={classes.dim}>
            {incident.number}
            {incident.mergedInto ? ` → ${incident.mergedInto.number}` : ''}
          </span>
        </span>
        <span className={classes.facts}>
          <span>
            {impact === null ? t('incidents:impact.none') : t('incidents:impact.short', { impact })}
          </span>
          {lead === undefined && incident.state !== 'open' ? null : (
            <span>
              {lead === undefined ? t('incidents:noLead') : t('incidents:ledBy', { name: lead })}
            </span>
          )}
          <span title={format.dateTime(incident.t0)}>
            {t('incidents:since', {
              time: format.moment(incident.t0, now),
              age: format.age(now - Date.parse(incident.t0)),
            })}
          </span>
        </span>
        <span className={classes.next}>
          {incident.state === 'open' ? <Next incident={incident} playbooks={playbooks} /> : null}
        </span>
      </Link>
    </li>
  );
});

function Next({
  incident,
  playbooks,
}: {
  incident: IncidentView['incident'];
  playbooks: Playbooks;
}) {
  const t = useText();
  const now = useSpaceClock();
  const nameOf = useClockName(incident, playbooks);
  const clocks = useMemo(() => clocksOf(incident, playbooks), [incident, playbooks]);
  const next = nextClock(clocks, now);
  if (next === null) return <span className={classes.dim}>{t('incidents:noClock')}</span>;
  return (
    <>
      <span>{nameOf(next.clock.key)}</span> <ClockTime clock={next.clock} />
    </>
  );
}
