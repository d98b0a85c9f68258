import { Link } from '@tanstack/react-router';
import { useText } from '../language/text.js';
import { useServerNow } from '../live/use-server-now.js';
import { useFormat } from '../language/format.js';
import { useOwnLanguage } from '../session/use-own-language.js';
import { SpaceSwitcher } from '../spaces/space-switcher.js';
import { AccountMenu } from './account-menu.js';
import { AppearanceButton } from './appearance-button.js';
import { BrandMark } from './brand-mark.js';
import { ConnectionBadge } from './connection-badge.js';
import { LanguageSwitch } from './language-switch.js';
import { SoundMenu } from '../alarm/sound-menu.js';
import { PaletteOnDemand } from '../palette/palette-on-demand.js';
import classes from './top-strip.module.css';

export function TopStrip({ onHelp }: { onHelp: () => void }) {
  const t = useText();
  const speakOwn = useOwnLanguage();
  return (
    <header className={classes.strip}>
      <Link to="/" className={classes.brand} aria-label={t('app:name')}>
        <BrandMark />
        <span className={classes.name}>{t('app:name')}</span>
      </Link>
      <SpaceSwitcher />
      <div className={classes.instruments}>
        <PaletteOnDemand />
        <ConnectionBadge />
        <Clock />
        <SoundMenu />
        <span className={classes.wide}>
          <LanguageSwitch onChoose={speakOwn} />
        </span>
        <span className={classes.wide}>
          <AppearanceButton />
        </span>
        <AccountMenu onHelp={onHelp} />
      </div>
    </header>
  );
}

function Clock() {
  const t = useText();
  const format = useFormat();
  const time = format.seconds(useServerNow());
  return (
    <time className={classes.clock} title={t('app:clock', { time })}>
      {time}
    </time>
  );
}
