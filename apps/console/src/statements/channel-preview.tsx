import { OUTLET_LIMITS, outletLength, type OutletChannel } from '@sturmwarte/domain';
import { useText } from '../language/text.js';
import classes from './channel-preview.module.css';
import { shownOn } from './shown-on.js';

/** How a text will stand there: what is seen at once, where it is cut off, what becomes of addresses. */
export function ChannelPreview({
  channel,
  language,
  text,
}: {
  channel: OutletChannel;
  language: 'de' | 'en';
  text: string;
}) {
  const t = useText();
  const limit = OUTLET_LIMITS[channel];
  const { seen, folded } = shownOn(channel, text);
  return (
    <figure className={classes.preview} data-channel={channel}>
      <figcaption>
        {t('statements:preview.on', { channel: t(`playbooks:channel.${channel}`) })}
      </figcaption>
      <p lang={language} className={classes.words}>
        {seen}
        {folded === '' ? null : (
          <>
            <span className={classes.fold}> {t('statements:preview.fold')} </span>
            <span className={classes.below}>{folded}</span>
          </>
        )}
      </p>
      {limit !== null && outletLength(channel, text) > limit ? (
        <p className={classes.over}>{t('statements:preview.refused')}</p>
      ) : null}
    </figure>
  );
}
