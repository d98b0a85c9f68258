import type { MentionView } from '@sturmwarte/contracts';
import type { Drivers } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import detail from './alert-detail.module.css';

/** What puts all the rest in another light: one loud voice, or copies that look as if one hand spread them. */
export function DriverWarnings({
  drivers,
  driving,
}: {
  drivers: Drivers;
  driving: readonly MentionView[];
}) {
  const t = useText();
  const format = useFormat();
  const { loudAuthor, clusters, read } = drivers;
  const automated = clusters.filter(({ looksAutomated }) => looksAutomated).length;
  const author = driving.find(({ id }) => id === loudAuthor?.mentionId)?.author;
  return (
    <>
      {loudAuthor === null ? null : (
        <p className={detail.warn}>
          <Icon name="warn" size={16} />
          {t('drivers:loudAuthor', {
            author: author ?? t('drivers:gone'),
            mentions: format.integer(loudAuthor.mentions),
            read: format.integer(read),
          })}
        </p>
      )}
      {automated === 0 ? null : (
        <p className={detail.warn}>
          <Icon name="warn" size={16} /> {t('drivers:automated', { count: automated })}
        </p>
      )}
    </>
  );
}
