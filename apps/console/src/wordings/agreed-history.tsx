import type { AgreedDetail } from '@sturmwarte/contracts';
import type { AgreedEntry } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText, type Text } from '../language/text.js';
import classes from './wordings.module.css';

/** Everything that happened to a wording, newest first. */
export function AgreedHistory({ history }: Pick<AgreedDetail, 'history'>) {
  const t = useText();
  const format = useFormat();
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('wording:history.title')}</h2>
      <ol className={classes.history}>
        {history.toReversed().map((entry) => (
          <li key={entry.seq}>
            <span className={classes.dim}>
              {format.dateTime(entry.at)} · {entry.by.name}
            </span>
            <p>{say(t, entry)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function say(t: Text, { event }: AgreedEntry): string {
  switch (event.type) {
    case 'written':
      return t('wording:history.written', { note: event.note, count: event.variants.length });
    case 'approved': {
      const texts = event.variants.map(
        ({ channel, language }) =>
          `${t(`playbooks:channel.${channel}`)} ${t(`wording:language.${language}`)}`,
      );
      const role = t(`names:role.${event.role}`);
      return t('wording:history.approved', {
        ...{ role, version: event.version, texts: texts.join(', ') },
      });
    }
    case 'returned':
      return t('wording:history.returned', {
        role: t(`names:role.${event.role}`),
        comment: event.comment,
      });
    case 'withdrawn':
      return t('wording:history.withdrawn', { reason: event.reason });
  }
}
