import type { Question } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSession } from '../session/session.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { AskButton } from './ask-button.js';
import { AskDialog } from './ask-dialog.js';
import { Panel } from './panel.js';
import panel from './panel.module.css';
import { ReasonDialog } from './reason-dialog.js';
import { SOME_REASON, useRoom } from './room-context.js';

/** Questions to people: the open ones, one's own first. Answered ones are in the timeline. */
export function QuestionsPanel() {
  const t = useText();
  const { incident } = useRoom();
  const { person } = useSession();
  const [asking, setAsking] = useState(false);
  const open = incident.questions.filter(({ answer }) => answer === null);
  const mine = open.filter(({ to }) => to.id === person.id);
  const rest = open.filter(({ to }) => to.id !== person.id);
  return (
    <Panel
      title={t('room:questions.title', { count: open.length })}
      actions={
        incident.state === 'open' ? (
          <AskButton
            command={{ type: 'ask-question', to: person, text: SOME_REASON }}
            onClick={() => setAsking(true)}
          >
            {t('room:questions.ask')}
          </AskButton>
        ) : null
      }
    >
      <ul className={panel.list}>
        {[...mine, ...rest].map((question) => (
          <QuestionRow key={question.id} question={question} />
        ))}
      </ul>
      {asking ? <AskDialog onClose={() => setAsking(false)} /> : null}
    </Panel>
  );
}

function QuestionRow({ question: { id, to, text, asked } }: { question: Question }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const { incident } = useRoom();
  const { person } = useSession();
  const [answering, setAnswering] = useState(false);
  return (
    <li>
      <p className={panel.words}>{text}</p>
      <div className={panel.row}>
        <span className={to.id === person.id ? panel.warn : panel.small}>
          {t('room:questions.from', {
            from: asked.by?.name ?? t('journal:machine'),
            to: to.name,
            time: format.moment(asked.at, now),
          })}
        </span>
        {incident.state === 'merged' ? null : (
          <AskButton
            command={{ type: 'answer-question', question: id, text: SOME_REASON }}
            onClick={() => setAnswering(true)}
            about={text}
          >
            {t('room:questions.answer')}
          </AskButton>
        )}
      </div>
      {answering ? (
        <ReasonDialog
          title={t('room:questions.answerTitle')}
          consequence={text}
          confirm={t('room:questions.answer')}
          label={t('room:questions.answerLabel')}
          order={(words) => ({ type: 'answer-question', question: id, text: words })}
          onClose={() => setAnswering(false)}
        />
      ) : null}
    </li>
  );
}
