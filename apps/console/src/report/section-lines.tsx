import type { ReportSection } from '@sturmwarte/i18n';
import classes from './section-lines.module.css';

/** The lines of a section of the report; what must not be overlooked is bold and carries a "!". */
export function SectionLines({ section }: { section: ReportSection }) {
  if (section.lines.length === 0) return <p className={classes.none}>{section.none}</p>;
  return (
    <>
      <ul className={classes.lines}>
        {section.lines.map(({ text, detail, loud }, at) => (
          // Lines have no name of their own; the same line may stand twice.
          <li key={`${at} ${text}`} data-loud={loud || undefined}>
            {text}
            {detail === null ? null : <span className={classes.detail}>{detail}</span>}
          </li>
        ))}
      </ul>
      {section.more === null ? null : <p className={classes.none}>{section.more}</p>}
    </>
  );
}
