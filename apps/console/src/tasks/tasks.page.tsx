import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { legalClockRule } from '@sturmwarte/clock';
import { moreUrgentTask, tasksOf } from '@sturmwarte/domain';
import { PauseButton } from '../app/pause-button.js';
import { useHeld } from '../app/pause.js';
import { incidentsQuery } from '../incidents/incidents.queries.js';
import { usePlaybooks } from '../incidents/use-playbooks.js';
import { useText } from '../language/text.js';
import { useSession } from '../session/session.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { useSpaceId } from '../spaces/use-space.js';
import { Icon } from '../ui/icons.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import { TaskRow } from './task-row.js';
import classes from './tasks.page.module.css';

const judgesOf = (id: Parameters<typeof legalClockRule>[0]) => legalClockRule(id).setters;

/** Aufgaben: everything that waits for me in all open incidents, the most urgent on top. */
export function TasksPage() {
  const space = useSpaceId();
  const list = useQuery(incidentsQuery({ space, state: 'open' }));
  const views = useHeld(list.data) ?? [];
  const { playbooks, isPending } = usePlaybooks(views.map(({ incident }) => incident));
  const { id, name, grants } = useSession().person;
  const now = useSpaceClock();
  const t = useText();
  if (list.isPending || isPending) return <Skeleton rows={5} />;
  if (list.isError) return <Problem problem={list.error} retry={() => void list.refetch()} />;
  const tasks = views
    .flatMap((view) =>
      tasksOf(view.incident, { id, name, grants }, { nowMs: now, playbooks, judgesOf }).map(
        (task) => ({ view, task }),
      ),
    )
    .sort((a, b) => moreUrgentTask(a.task, b.task));
  return (
    <>
      <header className={classes.head}>
        <h1>{t('tasks:title')}</h1>
        {tasks.length > 0 ? (
          <>
            <span className={classes.dim}>{t('tasks:count', { count: tasks.length })}</span>
            <span className={classes.pause}>
              <PauseButton />
            </span>
          </>
        ) : null}
      </header>
      {tasks.length === 0 ? (
        <Nothing />
      ) : (
        <ul className={classes.list} aria-label={t('tasks:list')}>
          {tasks.map(({ view, task }) => (
            <TaskRow key={`${view.id} ${task.key}`} view={view} task={task} now={now} />
          ))}
        </ul>
      )}
    </>
  );
}

function Nothing() {
  const t = useText();
  return (
    <section className={classes.nothing}>
      <Icon name="check" size={32} />
      <h2>{t('tasks:emptyTitle')}</h2>
      <p>{t('tasks:emptyText')}</p>
      <Link to="/executive" search={(before) => before}>
        {t('tasks:toExecutive')}
      </Link>
    </section>
  );
}
