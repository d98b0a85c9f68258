import { Link } from '@tanstack/react-router';
import type { KeptQuiet } from '@sturmwarte/domain';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import classes from './held-back.module.css';

/** Mentions that do not count here because somebody muted their source, author or text: the alert would differ. */
export function QuietNote({ quiet }: { quiet: KeptQuiet | null }) {
  const t = useText();
  const [muteId] = quiet?.muteIds ?? [];
  if (quiet === null || muteId === undefined) return null;
  return (
    <div className={classes.held} role="note">
      <Icon name="bellOff" size={18} />
      <p>
        <strong>{t('mutes:note.quiet', { count: quiet.mentions })}</strong>{' '}
        {t('mutes:note.meaning')}{' '}
        <Link
          to="/mutes"
          search={({ space }) => ({ ...(space === undefined ? {} : { space }), mute: muteId })}
        >
          {t('mutes:note.link', { count: quiet.muteIds.length })}
        </Link>
      </p>
    </div>
  );
}
