import { publicWords, type Incident } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { safeLink } from '../ui/safe-link.js';
import classes from './said-appendix.module.css';

/** Behind the report, on a sheet of its own: what was said where and when, by whose yes, with hashes. */
export function SaidAppendix({ incident }: { incident: Incident }) {
  const t = useText();
  const format = useFormat();
  const words = publicWords(incident);
  if (words.length === 0) return null;
  const numberOf = (publication: number): number =>
    words.findIndex((word) => word.publication === publication) + 1;
  return (
    <section className={classes.sheet} aria-labelledby="said-appendix">
      <h2 id="said-appendix">{t('report:appendix.title')}</h2>
      <p className={classes.dim}>{t('report:appendix.text')}</p>
      <ol className={classes.words}>
        {words.map((word) => (
          <li key={word.publication}>
            <p>
              <strong>
                {t('report:appendix.number', { number: numberOf(word.publication) })}{' '}
                {t(word.isKnown ? 'report:published' : 'report:publishedUnknown', {
                  time: format.dateTime(word.at),
                  channel: t(`report:outlet.${word.channel}`),
                  title: word.title,
                })}
              </strong>{' '}
              ({t(`statements:language.${word.language}`)},{' '}
              {t('report:publishedBy', { exit: word.exit })})
            </p>
            {word.corrects === null ? null : (
              <p>{t('report:appendix.corrects', { number: numberOf(word.corrects) })}</p>
            )}
            {word.correctedBy.length === 0 ? null : (
              <p>
                {t('report:appendix.correctedBy', {
                  numbers: word.correctedBy.map(numberOf).join(', '),
                })}
              </p>
            )}
            <blockquote lang={word.language}>{word.text}</blockquote>
            <p>
              {word.approvals.length === 0
                ? t('report:appendix.agreed')
                : t('report:appendix.approved', {
                    names: word.approvals
                      .map(
                        ({ by, role, at }) =>
                          `${by?.name ?? '–'} (${t(`names:role.${role}`)}, ${format.dateTime(at)})`,
                      )
                      .join('; '),
                  })}
            </p>
            {safeLink(word.receipt?.link ?? null) === null ? null : (
              <p>
                <a
                  href={safeLink(word.receipt?.link ?? null) ?? undefined}
                  target="_blank"
                  rel="noreferrer noopener"
                >
                  {word.receipt?.link}
                </a>
              </p>
            )}
            <p className={classes.hash}>{t('report:appendix.hash', { hash: word.hash })}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
