import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import type { IncidentDetail } from '@sturmwarte/contracts';
import { onOnePage, situationReport } from '@sturmwarte/domain';
import { reportPage } from '@sturmwarte/i18n';
import { useIncident } from '../incidents/use-incident.js';
import { usePlaybooks } from '../incidents/use-playbooks.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { useSpace } from '../spaces/use-space.js';
import { Icon } from '../ui/icons.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import { PdfLink } from './pdf-link.js';
import { ReportSheet } from './report-sheet.js';
import { SaidAppendix } from './said-appendix.js';
import classes from './report.page.module.css';
import { useMediaEcho } from './use-media-echo.js';
import { useReportWords } from './use-report-words.js';

const MINUTE_MS = 60_000;

/** Lagebild: the situation on one sheet, to be printed or taken along as PDF. */
export function ReportPage() {
  const { incidentId } = useParams({ from: '/watch/incidents/$incidentId/report' });
  const detail = useIncident(incidentId);
  if (detail.isPending) return <Skeleton rows={4} height={96} />;
  if (detail.isError) return <Problem problem={detail.error} retry={() => void detail.refetch()} />;
  return <Report key={incidentId} detail={detail.data} />;
}

function Report({ detail: { id, incident, entries } }: { detail: IncidentDetail }) {
  const t = useText();
  const words = useReportWords();
  const space = useSpace();
  const nowMs = Math.floor(useSpaceClock() / MINUTE_MS) * MINUTE_MS;
  const media = useMediaEcho(incident);
  const { playbooks } = usePlaybooks([incident]);
  const report = situationReport(incident, nowMs, media, playbooks);
  const head = entries.at(-1)?.hash ?? '';
  const proof = { head, space: space?.kind ?? 'live' };
  return (
    <div className={classes.page} data-sheet>
      <div className={classes.tools}>
        <Link
          to="/executive/$incidentId"
          params={{ incidentId: id }}
          search={(before) => before}
          className={classes.back ?? ''}
        >
          <Icon name="back" size={16} /> {t('report:back')}
        </Link>
        <Button leftSection={<Icon name="print" size={16} />} onClick={() => window.print()}>
          {t('report:print')}
        </Button>
        <PdfLink id={id} language="de" />
        <PdfLink id={id} language="en" />
      </div>
      <ReportSheet
        page={reportPage(onOnePage(report), proof, words)}
        level={report.level}
        trend={report.trend}
      />
      <SaidAppendix incident={incident} />
    </div>
  );
}
