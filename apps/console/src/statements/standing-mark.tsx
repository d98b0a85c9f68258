import { useText } from '../language/text.js';
import { Icon, type IconName } from '../ui/icons.js';
import classes from './standing-mark.module.css';
import type { StandingKind, VariantStanding } from './variant-standing.js';

const SIGN: Record<StandingKind, IconName> = {
  draft: 'note',
  waiting: 'clock',
  approved: 'check',
  agreed: 'check',
  emergency: 'warn',
  returned: 'undo',
  rejected: 'cross',
  recalled: 'undo',
  voided: 'warn',
  planned: 'clock',
  sending: 'play',
  unknown: 'warn',
  failed: 'cross',
  published: 'check',
  dropped: 'cross',
};

/** Where a text stands: a sign and a word, never a colour alone. */
export function StandingMark({ standing }: { standing: VariantStanding }) {
  const t = useText();
  const { kind, given, needed } = standing;
  return (
    <span className={classes.mark} data-kind={kind}>
      <Icon name={SIGN[kind]} size={14} />
      {kind === 'waiting'
        ? t('statements:standing.waiting', { given, needed })
        : t(`statements:standing.${kind}`)}
    </span>
  );
}
