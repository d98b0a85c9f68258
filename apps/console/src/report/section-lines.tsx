import type { ReportSection } from '@sturmwarte/i18n';
import { useText } from '../language/text.js';
import { safeLink } from '../ui/safe-link.js';
import classes from './section-lines.module.css';

/** The lines of a section of the report; what must not be overlooked is bold and carries a "!". */
export function SectionLines({ section }: { section: ReportSection }) {
  const t = useText();
  if (section.lines.length === 0) return <p className={classes.none}>{section.none}</p>;
  return (
    <>
      <ul className={classes.lines}>
        {section.lines.map(({ text, detail, loud, link }, at) => (
          // Lines have no name of their own; the same line may stand twice.
          <li key={`${at} ${text}`} data-loud={loud || undefined}>
            {text}
            {detail === null ? null : <span className={classes.detail}>{detail}</span>}
            {safeLink(link ?? null) === null ? null : (
              <a
                className={classes.link}
                href={safeLink(link ?? null) ?? undefined}
                target="_blank"
                rel="noreferrer noopener"
              >
                {t('report:open')}
              </a>
            )}
          </li>
        ))}
      </ul>
      {section.more === null ? null : <p className={classes.none}>{section.more}</p>}
    </>
  );
}
