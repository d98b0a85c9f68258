import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { IncidentView } from '@sturmwarte/contracts';
import { levelInForce, type Task } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import { LevelMark } from '../ui/level-mark.js';
import classes from './task-row.module.css';
import { TickButton } from './tick-button.js';
import { useTaskTitle } from './use-task-title.js';

/** One task: what, where, until when; simple steps are ticked here, everything else where it belongs. */
export function TaskRow({ view, task, now }: { view: IncidentView; task: Task; now: number }) {
  const t = useText();
  const title = useTaskTitle()(task);
  const { incident } = view;
  const kind = task.kind === 'step' ? `stepKind.${task.step.kind}` : `kind.${task.kind}`;
  return (
    <li className={classes.row} data-attention={task.attention}>
      <TaskTime task={task} now={now} />
      <div className={classes.what}>
        <p className={classes.title}>{title}</p>
        <p className={classes.dim}>
          {t(`tasks:${kind}` as 'tasks:kind.step')}
          <Whose task={task} />
          {' · '}
          {incident.number} {incident.title}
        </p>
        {task.kind === 'step' ? <Why task={task} /> : null}
      </div>
      <span className={classes.level}>
        <LevelMark small level={levelInForce(incident)} />
      </span>
      <div className={classes.act}>
        {task.kind === 'step' && task.simple ? (
          <TickButton id={view.id} task={task} title={title} />
        ) : null}
        <OpenButton id={view.id} task={task} title={title} />
      </div>
    </li>
  );
}

function Whose({ task }: { task: Task }) {
  const t = useText();
  if (task.kind === 'step') {
    const words: string[] = [t('tasks:asRole', { role: t(`names:role.${task.step.role}`) })];
    if (task.started) words.push(t('tasks:started'));
    return ` · ${words.join(', ')}`;
  }
  if (task.kind === 'decision' && task.asDeputy) {
    return ` · ${t('tasks:asDeputy', { name: task.request.to.name })}`;
  }
  return null;
}

function Why({ task }: { task: Extract<Task, { kind: 'step' }> }) {
  const { language } = useFormat();
  return <p className={classes.why}>{task.step.how[language]}</p>;
}

function TaskTime({ task, now }: { task: Task; now: number }) {
  const t = useText();
  const format = useFormat();
  const { dueMs, attention, sinceMs } = task;
  const loud = attention === 'red';
  const words =
    dueMs === null
      ? t('tasks:since', { time: format.clock(now - sinceMs) })
      : dueMs > now
        ? t('tasks:left', { time: format.clock(dueMs - now) })
        : t('tasks:over', { time: format.clock(now - dueMs) });
  return (
    <div className={classes.time}>
      <span className={classes.clock}>
        {loud ? <Icon name="warn" size={16} /> : null}
        {words}
      </span>
      {dueMs === null ? null : (
        <span className={classes.dim}>{t('tasks:dueAt', { time: format.moment(dueMs, now) })}</span>
      )}
    </div>
  );
}

function OpenButton({ id, task, title }: { id: number; task: Task; title: string }) {
  const t = useText();
  const answers = task.kind === 'decision' || task.kind === 'approve';
  return (
    <Button
      variant="default"
      aria-label={answers ? undefined : t('tasks:openNamed', { title })}
      renderRoot={(props) => <TaskLink {...props} id={id} task={task} />}
    >
      {task.kind === 'decision'
        ? t('tasks:decide')
        : task.kind === 'approve'
          ? t('tasks:read')
          : t('tasks:open')}
    </Button>
  );
}

const keepSpace = (({ space }: { space?: number }) =>
  space === undefined ? {} : { space }) as never;

/** To where the task is dealt with. */
function TaskLink({ id, task, ...props }: { id: number; task: Task; className?: string }) {
  switch (task.kind) {
    case 'decision':
      return (
        <Link
          {...props}
          to="/executive/$incidentId"
          params={{ incidentId: id }}
          search={keepSpace}
        />
      );
    case 'approve':
      return (
        <Link
          {...props}
          to="/approvals"
          search={
            (({ space }: { space?: number }) => ({
              ...(space === undefined ? {} : { space }),
              item: `${id}-${task.statement.id}`,
            })) as never
          }
        />
      );
    case 'review-emergency':
    case 'settle-publication': {
      const { statement } = task.kind === 'review-emergency' ? task.release : task.publication;
      return (
        <Link
          {...props}
          to="/incidents/$incidentId/statements/$statementId"
          params={{ incidentId: id, statementId: statement }}
          search={keepSpace}
        />
      );
    }
    default:
      return (
        <Link
          {...props}
          to="/incidents/$incidentId"
          params={{ incidentId: id }}
          search={keepSpace}
        />
      );
  }
}
