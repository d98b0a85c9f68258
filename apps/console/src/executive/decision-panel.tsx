import { Button } from '@mantine/core';
import type { ExecutiveRequest } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSession } from '../session/session.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { DecideDialog } from './decide-dialog.js';
import classes from './decision-panel.module.css';
import { PassOnDialog } from './pass-on-dialog.js';

/** The one decision asked of the reader: question, options, deadline. It sits alone. */
export function DecisionPanel({ id, request }: { id: number; request: ExecutiveRequest }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const me = useSession().person;
  const [chosen, setChosen] = useState<string | null>(null);
  const [passing, setPassing] = useState(false);
  const dueMs = Date.parse(request.due);
  const isDeputy = request.to.id !== me.id;
  const time = format.moment(dueMs, now);
  return (
    <section className={classes.decision} aria-labelledby="decision-title">
      <p className={classes.kind}>
        {t('executive:yourDecision')}
        {isDeputy ? ` · ${t('executive:asDeputy', { name: request.to.name })}` : ''}
      </p>
      <h2 id="decision-title" className={classes.question}>
        {request.question}
      </h2>
      <p className={classes.clock} data-over={now >= dueMs || undefined}>
        {now < dueMs
          ? t('executive:due', { time, left: format.clock(dueMs - now) })
          : t('executive:overdue', { over: format.clock(now - dueMs) })}
      </p>
      <div className={classes.options}>
        {request.options.map(({ id: option, label }) => {
          const advised = option === request.recommended;
          return (
            <Button
              key={option}
              size="lg"
              variant={advised ? 'filled' : 'default'}
              className={classes.option ?? ''}
              onClick={() => setChosen(option)}
            >
              {label}
              {advised ? ` (${t('executive:recommendation')})` : ''}
            </Button>
          );
        })}
      </div>
      <div className={classes.below}>
        <span className={classes.dim}>
          {t('executive:askedBy', {
            by: request.asked.by?.name ?? '–',
            time: format.moment(request.asked.at, now),
          })}
        </span>
        {isDeputy ? null : request.deputy === null ? (
          <span className={classes.dim}>{t('executive:noDeputy')}</span>
        ) : (
          <Button variant="default" onClick={() => setPassing(true)}>
            {t('executive:passOn', { name: request.deputy.name })}
          </Button>
        )}
      </div>
      {chosen === null ? null : (
        <DecideDialog id={id} request={request} option={chosen} onClose={() => setChosen(null)} />
      )}
      {passing && request.deputy !== null ? (
        <PassOnDialog
          id={id}
          request={request.id}
          deputy={request.deputy.name}
          onClose={() => setPassing(false)}
        />
      ) : null}
    </section>
  );
}
