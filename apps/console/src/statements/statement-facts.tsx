import { TextInput } from '@mantine/core';
import type { Statement } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { AskButton } from '../room/ask-button.js';
import { OrderDialog } from '../room/order-dialog.js';
import panel from '../room/panel.module.css';
import { useRoom } from '../room/room-context.js';
import { WordsField } from '../room/words-field.js';
import { Icon } from '../ui/icons.js';
import { ClaimsField } from './claims-field.js';
import classes from './statement-facts.module.css';

/** The one message every variant must carry, and the claims it rests on, with how sure they are by now. */
export function StatementFacts({ statement }: { statement: Statement }) {
  const t = useText();
  const { incident } = useRoom();
  const [editing, setEditing] = useState(false);
  const { core, claims, title } = statement;
  const linked = incident.claims.filter(({ id }) => claims.includes(id));
  const unsure = linked.filter(({ standing }) => standing !== 'fact');
  return (
    <div className={classes.facts}>
      <h3>{t('statements:core.title')}</h3>
      {core.trim() === '' ? (
        <p className={panel.warn}>{t('statements:core.missing')}</p>
      ) : (
        <p className={panel.words}>{core}</p>
      )}
      <h3>{t('statements:claims.title')}</h3>
      {linked.length === 0 ? <p className={panel.small}>{t('statements:claims.none')}</p> : null}
      <ul className={classes.claims}>
        {linked.map(({ id, text, standing, source }) => (
          <li key={id} data-standing={standing}>
            <strong>{t(`journal:standing.${standing}`)}</strong> {text}
            {source === null ? null : (
              <span className={panel.small}> {t('journal:source', { source })}</span>
            )}
          </li>
        ))}
      </ul>
      {unsure.length === 0 ? null : (
        <p className={panel.warn}>
          <Icon name="warn" size={14} /> {t('statements:claims.unsure', { count: unsure.length })}
        </p>
      )}
      {incident.state === 'open' ? (
        <div>
          <AskButton
            command={{
              type: 'revise-statement',
              statement: statement.id,
              title,
              core: `${core} `,
              claims,
            }}
            onClick={() => setEditing(true)}
          >
            {t('statements:core.edit')}
          </AskButton>
        </div>
      ) : null}
      {editing ? <ReviseDialog statement={statement} onClose={() => setEditing(false)} /> : null}
    </div>
  );
}

function ReviseDialog({ statement, onClose }: { statement: Statement; onClose: () => void }) {
  const t = useText();
  const { incident } = useRoom();
  const [title, setTitle] = useState(statement.title);
  const [core, setCore] = useState(statement.core);
  const [claims, setClaims] = useState(statement.claims);
  return (
    <OrderDialog
      title={t('statements:core.editTitle')}
      consequence={t('statements:core.editText')}
      confirm={t('app:action.save')}
      order={
        title.trim() === ''
          ? null
          : {
              type: 'revise-statement',
              ...{
                statement: statement.id,
                title: title.trim(),
                core: core.trim(),
                claims: [...claims],
              },
            }
      }
      onClose={onClose}
    >
      <TextInput
        label={t('statements:name')}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <WordsField value={core} onChange={setCore} label={t('statements:core.title')} optional />
      <ClaimsField chosen={claims} onChange={setClaims} all={incident.claims} />
    </OrderDialog>
  );
}
