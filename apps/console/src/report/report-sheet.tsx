import type { Level, Trend } from '@sturmwarte/domain';
import type { ReportPage, ReportSection } from '@sturmwarte/i18n';
import { WindBarb } from '../ui/wind-barb.js';
import { SectionLines } from './section-lines.js';
import classes from './report-sheet.module.css';

/** The sheet of paper: black on white in either appearance; barb, number and "!" need no colour. */
export function ReportSheet({
  page,
  level,
  trend,
}: {
  page: ReportPage;
  level: Level;
  trend: Trend;
}) {
  const { sections } = page;
  return (
    <article className={classes.sheet} aria-labelledby="report-title">
      {page.unreal === null ? null : <p className={classes.unreal}>{page.unreal}</p>}
      <p className={classes.top}>
        <strong>
          {page.name} · {page.number}
        </strong>
        <span>
          {page.confidential} · {page.asOf}
        </span>
      </p>
      <div className={classes.marks}>
        <WindBarb level={level} trend={trend} size={44} />
        <div>
          <p className={classes.level}>
            {page.level} · {page.trend}
          </p>
          <p>{page.impact}</p>
        </div>
      </div>
      <h1 id="report-title" className={classes.title}>
        {page.title}
      </h1>
      <p className={classes.dim}>{page.facts.join(' · ')}</p>
      <p className={page.next.loud ? classes.loud : undefined}>{page.next.text}</p>
      <Row sections={[sections.summary]} />
      <Row sections={[sections.facts, sections.assumptions, sections.open]} />
      <Row sections={[sections.doing, sections.said]} />
      <Row sections={[sections.duties, sections.decisions]} />
      <Row sections={[sections.media, sections.team]} />
      <footer className={classes.foot}>
        {page.foot.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </footer>
    </article>
  );
}

function Row({ sections }: { sections: readonly ReportSection[] }) {
  return (
    <div className={classes.row} data-columns={sections.length}>
      {sections.map((section) => (
        <section key={section.id} aria-labelledby={`report-${section.id}`}>
          <h2 id={`report-${section.id}`}>{section.heading}</h2>
          <SectionLines section={section} />
        </section>
      ))}
    </div>
  );
}
