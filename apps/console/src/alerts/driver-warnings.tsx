import type { MentionView } from '@sturmwarte/contracts';
import type { Drivers } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { authorChoice, type QuietChoice } from '../mutes/quiet-choice.js';
import { Icon } from '../ui/icons.js';
import detail from './alert-detail.module.css';
import classes from './drivers.module.css';

/** What puts all the rest in another light: one loud voice, or copies that look as if one hand spread them. */
export function DriverWarnings({
  drivers,
  driving,
  onMute,
}: {
  drivers: Drivers;
  driving: readonly MentionView[];
  onMute: ((choice: QuietChoice) => void) | null;
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
          {onMute === null || !author ? null : (
            <button
              type="button"
              className={classes.mute}
              onClick={() => onMute(authorChoice(author, t))}
            >
              {t('mutes:action.author')}
            </button>
          )}
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
