import type { AgreedView } from '@sturmwarte/contracts';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { Icon, type IconName } from '../ui/icons.js';
import { endsSoon } from './search-agreed.js';
import classes from './wordings.module.css';

const ICONS: Record<AgreedView['standing'], IconName> = {
  valid: 'check',
  waiting: 'clock',
  returned: 'undo',
  expired: 'warn',
  withdrawn: 'cross',
};

/** Where a wording stands, in words and with its day. */
export function StandingLine({ wording, now }: { wording: AgreedView; now: number }) {
  const t = useText();
  const format = useFormat();
  const { standing, validUntil, withdrawn } = wording;
  const soon = endsSoon(wording, now);
  const date = format.date(standing === 'withdrawn' && withdrawn ? withdrawn.at : validUntil);
  return (
    <span className={classes.standing} data-standing={soon ? 'soon' : standing}>
      <Icon name={soon ? 'warn' : ICONS[standing]} size={16} />
      {t(`wording:standing.${soon ? 'soon' : standing}`, { date })}
    </span>
  );
}
