import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { PlaybookView } from '@sturmwarte/contracts';
import { useEffect, useState } from 'react';
import { NotFoundPage } from '../app/page-problem.js';
import { useMayOpen } from '../incidents/use-may-open.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import { Problem } from '../ui/problem.js';
import { RightButton } from '../ui/right-button.js';
import { Skeleton } from '../ui/skeleton.js';
import { ApprovalReading } from './approval-reading.js';
import { ClocksReading } from './clocks-reading.js';
import card from './playbook-card.module.css';
import { PlaybookRange } from './playbook-range.js';
import classes from './playbook.page.module.css';
import { playbooksQuery } from './playbooks.queries.js';
import { ReviewDate } from './review-date.js';
import { StartInIncident } from './start-in-incident.js';
import { StepReading } from './step-reading.js';
import { TemplatesReading } from './templates-reading.js';
import { useSpan } from './use-span.js';

/** One playbook, to read on screen or on paper, and to start. */
export function PlaybookPage() {
  const { playbookId } = useParams({ from: '/watch/playbooks/$playbookId' });
  const playbooks = useQuery(playbooksQuery);
  if (playbooks.isPending) return <Skeleton rows={5} height={96} />;
  if (playbooks.isError) {
    return <Problem problem={playbooks.error} retry={() => void playbooks.refetch()} />;
  }
  const view = playbooks.data.find(({ ref }) => ref.id === playbookId);
  return view === undefined ? <NotFoundPage /> : <Reading key={playbookId} view={view} />;
}

function Reading({ view }: { view: PlaybookView }) {
  const t = useText();
  const { language } = useFormat();
  const span = useSpan();
  const [starting, setStarting] = useState(false);
  const brandId = useMayOpen();
  const { ref, playbook } = view;
  useHashOnceShown();
  const steps = playbook.phases.flatMap((phase) => phase.steps);
  return (
    <article className={classes.playbook} aria-labelledby="playbook-title">
      <header className={classes.head}>
        <Link
          to="/playbooks"
          search={({ space }) => (space === undefined ? {} : { space })}
          className={classes.back ?? ''}
        >
          <Icon name="back" size={16} /> {t('playbooks:back')}
        </Link>
        <h1 id="playbook-title">
          {ref.id} {ref.title[language]}
        </h1>
        <p className={card.facts}>
          <PlaybookRange {...playbook} />
          <span>{t('playbooks:version', { version: ref.version })}</span>
          {playbook.autoStart === null ? null : (
            <span>
              {t('playbooks:autoStart', {
                level: playbook.autoStart,
                name: t(`names:level.${playbook.autoStart}`),
              })}
            </span>
          )}
          <ReviewDate reviewBy={playbook.reviewBy} />
        </p>
        <p className={classes.summary}>{playbook.summary[language]}</p>
        <div className={classes.actions}>
          <RightButton right="playbook.start" brandId={brandId} onClick={() => setStarting(true)}>
            {t('playbooks:start.button')}
          </RightButton>
          <Button
            variant="default"
            leftSection={<Icon name="print" size={16} />}
            onClick={() => window.print()}
          >
            {t('playbooks:print')}
          </Button>
        </div>
      </header>
      <section className={classes.panel} aria-labelledby="triggers">
        <h2 id="triggers">{t('playbooks:triggers.title')}</h2>
        <ul className={classes.items}>
          {playbook.triggers.map(({ id, title, words }) => (
            <li key={id}>
              {title[language]}
              {words.length === 0 ? null : (
                <p className={classes.small}>
                  {t('playbooks:triggers.words', { words: words.join(' · ') })}
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className={classes.panel} aria-labelledby="scct">
        <h2 id="scct">{t('playbooks:scct.title')}</h2>
        <p>{t(`room:cluster.${playbook.scct.cluster}`)}</p>
        <p>
          {t('playbooks:scct.strategies', {
            names: playbook.scct.strategies.map((one) => t(`room:strategy.${one}`)).join(', '),
          })}
        </p>
        {playbook.scct.note === null ? null : <p>{playbook.scct.note[language]}</p>}
      </section>
      {playbook.promises.length === 0 ? null : (
        <section className={classes.panel} aria-labelledby="promises">
          <h2 id="promises">{t('playbooks:promises.title')}</h2>
          <ul className={classes.items}>
            {playbook.promises.map(({ id, title, minutes }) => (
              <li key={id}>
                {t('playbooks:promises.within', { title: title[language], time: span(minutes) })}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="phases">
        <h2 id="phases">{t('playbooks:phases')}</h2>
        {playbook.phases.map((phase, index) => (
          <section key={phase.id} className={classes.phase} aria-labelledby={`phase-${phase.id}`}>
            <h3 id={`phase-${phase.id}`}>
              {index + 1}. {phase.title[language]}
            </h3>
            <ol className={classes.steps}>
              {phase.steps.map((step) => (
                <StepReading key={step.id} step={step} steps={steps} playbook={playbook} />
              ))}
            </ol>
          </section>
        ))}
      </section>
      <TemplatesReading templates={playbook.templates} />
      <ClocksReading clocks={playbook.clocks} />
      <section className={classes.panel} aria-labelledby="exit">
        <h2 id="exit">{t('playbooks:exit.title')}</h2>
        <ul className={classes.items}>
          {playbook.exit.map(({ id, title }) => (
            <li key={id}>{title[language]}</li>
          ))}
        </ul>
      </section>
      <ApprovalReading chain={playbook.approval} />
      {starting ? <StartInIncident view={view} onClose={() => setStarting(false)} /> : null}
    </article>
  );
}

/** A link into the middle of a playbook arrives before the playbook does. */
function useHashOnceShown(): void {
  useEffect(() => {
    const id = decodeURIComponent(window.location.hash.slice(1));
    if (id !== '') document.getElementById(id)?.scrollIntoView();
  }, []);
}
