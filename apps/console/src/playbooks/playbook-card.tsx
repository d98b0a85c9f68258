import { Link } from '@tanstack/react-router';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import classes from './playbook-card.module.css';
import { PlaybookRange } from './playbook-range.js';
import { ReviewDate } from './review-date.js';
import type { FoundPlaybook } from './search-playbooks.js';

const PLACES_SHOWN = 4;

/** One playbook of the library: what it is for, and where the words looked for stand in it. */
export function PlaybookCard({ found: { view, places } }: { found: FoundPlaybook }) {
  const t = useText();
  const { language } = useFormat();
  const { ref, playbook } = view;
  const steps = playbook.phases.reduce((sum, phase) => sum + phase.steps.length, 0);
  const { autoStart } = playbook;
  return (
    <li className={classes.card}>
      <h2 className={classes.title}>
        <Link
          to="/playbooks/$playbookId"
          params={{ playbookId: ref.id }}
          search={({ space }) => (space === undefined ? {} : { space })}
          data-entry={ref.id}
        >
          {ref.id} {ref.title[language]}
        </Link>
      </h2>
      <p>{playbook.summary[language]}</p>
      <p className={classes.facts}>
        <PlaybookRange {...playbook} />
        <span>{t('playbooks:steps', { count: steps })}</span>
        {autoStart === null ? null : (
          <span>
            {t('playbooks:autoStart', { level: autoStart, name: t(`names:level.${autoStart}`) })}
          </span>
        )}
        <ReviewDate reviewBy={playbook.reviewBy} />
      </p>
      {places.length === 0 ? null : (
        <ul className={classes.places} aria-label={t('playbooks:found.title')}>
          {places.slice(0, PLACES_SHOWN).map(({ kind, id, title }) => (
            <li key={`${kind} ${id}`}>
              <Link
                to="/playbooks/$playbookId"
                params={{ playbookId: ref.id }}
                search={({ space }) => (space === undefined ? {} : { space })}
                hash={`${kind}-${id}`}
              >
                {t(`playbooks:found.${kind}`, { title: title[language] })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
