import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useServerNow } from '../live/use-server-now.js';
import { Icon } from '../ui/icons.js';
import classes from './playbook-card.module.css';

/** By when it must be looked over again; loud once that day is over. */
export function ReviewDate({ reviewBy }: { reviewBy: string }) {
  const t = useText();
  const format = useFormat();
  const now = useServerNow();
  const date = format.date(`${reviewBy}T12:00:00Z`);
  // The day itself still counts.
  const isOverdue = now >= Date.parse(`${reviewBy}T00:00:00Z`) + 86_400_000;
  if (!isOverdue) return <span>{t('playbooks:review', { date })}</span>;
  return (
    <strong className={classes.overdue}>
      <Icon name="warn" size={16} /> {t('playbooks:reviewOverdue', { date })}
    </strong>
  );
}
