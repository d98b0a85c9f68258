import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { IncidentDetail } from '@sturmwarte/contracts';
import { inFull, requestsTo, situationReport } from '@sturmwarte/domain';
import { reportPage, type ReportSectionId } from '@sturmwarte/i18n';
import { PauseButton } from '../app/pause-button.js';
import { useHeld } from '../app/pause.js';
import { incidentsQuery } from '../incidents/incidents.queries.js';
import { useIncident } from '../incidents/use-incident.js';
import { usePlaybooks } from '../incidents/use-playbooks.js';
import { useText } from '../language/text.js';
import { useLiveStatus } from '../live/live-context.js';
import { SectionLines } from '../report/section-lines.js';
import { useMediaEcho } from '../report/use-media-echo.js';
import { useReportWords } from '../report/use-report-words.js';
import { useSession } from '../session/session.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { useSpaceId } from '../spaces/use-space.js';
import { cx } from '../ui/cx.js';
import { Icon } from '../ui/icons.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import { DecisionPanel } from './decision-panel.js';
import { ExecutiveActions } from './executive-actions.js';
import classes from './executive-incident.module.css';
import { SituationHead } from './situation-head.js';

const SECTIONS: readonly (readonly ReportSectionId[])[] = [
  ['facts', 'assumptions', 'open'],
  ['doing', 'said', 'media'],
  ['duties', 'decisions', 'team'],
];

/** One incident as the executives follow it: read-only but for the one decision asked of the reader. */
export function ExecutiveIncident({ id }: { id: number }) {
  const detail = useIncident(id);
  if (detail.isPending) return <Skeleton rows={4} height={96} />;
  if (detail.isError) return <Problem problem={detail.error} retry={() => void detail.refetch()} />;
  return <Screen detail={detail.data} />;
}

function Screen({ detail }: { detail: IncidentDetail }) {
  const t = useText();
  const words = useReportWords();
  const me = useSession().person;
  const now = useSpaceClock();
  const { connection } = useLiveStatus();
  // Held still or not: what is asked of the reader is always true.
  const { incident } = useHeld(detail);
  const { playbooks } = usePlaybooks([incident]);
  const report = situationReport(incident, now, useMediaEcho(incident), playbooks);
  const page = reportPage(inFull(report), { head: '', space: 'live' }, words);
  const [request] = requestsTo(detail.incident, me.id);
  return (
    <article
      className={cx(classes.screen, connection === 'disconnected' && classes.old)}
      aria-labelledby="situation-title"
    >
      <BackToAll id={detail.id} />
      <SituationHead report={report} page={page} />
      {request === undefined ? null : (
        <DecisionPanel key={request.id} id={detail.id} request={request} />
      )}
      {SECTIONS.map((row) => (
        <div key={row.join()} className={classes.row}>
          {row.map((name) => (
            <section key={name} className={classes.panel} aria-labelledby={`section-${name}`}>
              <h2 id={`section-${name}`}>{page.sections[name].heading}</h2>
              <SectionLines section={page.sections[name]} />
            </section>
          ))}
        </div>
      ))}
      <ExecutiveActions view={{ id: detail.id, incident: detail.incident }} />
      <div className={classes.bar}>
        <PauseButton />
        <span className={classes.dim}>{t('executive:live')}</span>
      </div>
    </article>
  );
}

/** Only where there are others to go to. */
function BackToAll({ id }: { id: number }) {
  const t = useText();
  const { data = [] } = useQuery(incidentsQuery({ space: useSpaceId(), state: 'open' }));
  const others = data.filter((view) => view.id !== id && view.incident.state === 'open');
  if (others.length === 0) return null;
  return (
    <Link to="/executive" search={(before) => before} className={classes.back ?? ''}>
      <Icon name="back" size={16} /> {t('executive:back')} ({others.length + 1})
    </Link>
  );
}
