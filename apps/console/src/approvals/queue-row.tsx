import { levelInForce } from '@sturmwarte/domain';
import { memo } from 'react';
import { useText } from '../language/text.js';
import { useVariantName } from '../statements/use-variant-name.js';
import { newestOf } from '../statements/variant-of.js';
import { Icon } from '../ui/icons.js';
import { LevelMark } from '../ui/level-mark.js';
import type { QueueItem } from './approval-queue.js';
import classes from './queue-row.module.css';
import { ReadingOnDemand } from './reading-on-demand.js';
import { TimeLeft } from './time-left.js';

/** One statement in the queue: what, where, how long still; opened, everything a yes needs. */
export const QueueRow = memo(function QueueRow({
  item,
  isOpen,
  choose,
}: {
  item: QueueItem;
  isOpen: boolean;
  choose: (key: string | undefined) => void;
}) {
  const t = useText();
  const variantName = useVariantName();
  const { key, view, statement, waiting, dueAt, deputyAt, asked, roles, isMine } = item;
  const names = [
    ...asked.map(({ name }) => name),
    ...roles.map((role) => t(`names:role.${role}`)),
  ].join(', ');
  const writers = statement.authors.map(({ name }) => name).join(', ');
  return (
    <li className={classes.row} data-entry-of={key} data-open={isOpen || undefined}>
      <button
        type="button"
        className={classes.head}
        aria-expanded={isOpen}
        data-entry={key}
        onClick={() => choose(isOpen ? undefined : key)}
      >
        <span className={classes.sign}>
          <Icon name="chevron" size={16} />
        </span>
        <span className={classes.what}>
          <span className={classes.title}>{statement.title}</span>
          <span className={classes.dim}>
            {[
              ...waiting.map(
                ({ variant }) => `${variantName(variant)} v${newestOf(variant).version}`,
              ),
              t('approvals:from', { names: writers }),
            ].join(' · ')}
          </span>
          <span className={classes.dim}>
            {view.incident.number} {view.incident.title}
          </span>
          {isMine || waiting.length === 0 ? null : (
            <span className={classes.dim}>
              {t('approvals:waitsFor', { names: names === '' ? '–' : names })}
            </span>
          )}
        </span>
        <LevelMark small level={levelInForce(view.incident)} />
        <TimeLeft dueAt={dueAt} deputyAt={deputyAt} />
      </button>
      {isOpen ? <ReadingOnDemand item={item} /> : null}
    </li>
  );
});
