import type { BoardCard } from '@sturmwarte/contracts';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { MutedCountOnDemand, MuteMarkOnDemand } from '../mutes/mute-mark-on-demand.js';
import { Icon } from '../ui/icons.js';
import { LevelMark } from '../ui/level-mark.js';
import classes from './calm-card.module.css';

/** All calm topics in one quiet card. `alone`: nothing else blows. */
export function CalmCard({ cards, alone }: { cards: readonly BoardCard[]; alone: boolean }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const count = cards.length;
  return (
    <section className={classes.calm} aria-label={t('names:level.0')}>
      <header className={classes.head}>
        <LevelMark level={0} />
        <div>
          <p className={classes.title}>
            {alone ? t('board:calm.all') : t('board:calm.title', { count })}
          </p>
          {alone ? <p className={classes.text}>{t('board:calm.allText', { count })}</p> : null}
          {open ? null : <MutedCountOnDemand topicIds={cards.map(({ topicId }) => topicId)} />}
        </div>
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? t('board:calm.hide') : t('board:calm.show')}
          <span className={classes.chevron} data-open={open}>
            <Icon name="chevron" size={14} />
          </span>
        </button>
      </header>
      {open ? (
        <ul className={classes.list}>
          {cards.map((card) => (
            <li key={card.topicId}>
              <span className={classes.name}>
                {card.name} <MuteMarkOnDemand topicId={card.topicId} name={card.name} />
              </span>
              <span className={classes.text}>
                {card.since === null
                  ? t('board:notJudged')
                  : t('board:calm.hour', { count: card.total })}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
