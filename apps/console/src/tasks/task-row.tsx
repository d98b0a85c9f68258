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
  const decides = task.kind === 'decision';
  return (
    <Button
      variant="default"
      aria-label={decides ? undefined : t('tasks:openNamed', { title })}
      renderRoot={(props) =>
        decides ? (
          <Link
            {...props}
            to="/executive/$incidentId"
            params={{ incidentId: id }}
            search={(before) => before}
          />
        ) : (
          <Link
            {...props}
            to="/incidents/$incidentId"
            params={{ incidentId: id }}
            search={(before) => before}
          />
        )
      }
    >
      {decides ? t('tasks:decide') : t('tasks:open')}
    </Button>
  );
}
