import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PersonPatch, PersonView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { api } from '../api/call.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSession } from '../session/session.js';
import { Decision } from '../ui/decision.js';
import { useNotice } from '../ui/notice.js';
import type { LinkFor } from './link-for.js';
import { EditPersonDialog } from './edit-person-dialog.js';
import { PersonSessionsDialog } from './person-sessions-dialog.js';
import classes from './people.module.css';
import { peopleQuery } from './people.queries.js';
import { useGrantName } from './use-grant-name.js';

type Dialog = 'edit' | 'deactivate' | 'reset' | 'sessions' | 'factors';

export function PersonRow({
  person,
  onLink,
}: {
  person: PersonView;
  onLink: (link: LinkFor) => void;
}) {
  const t = useText();
  const format = useFormat();
  const grantName = useGrantName();
  const me = useSession().person.id === person.id;
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  const { change, reset, resetFactors } = usePersonActions(person, close, onLink);
  const state = !person.active ? 'inactive' : person.joined ? 'active' : 'invited';
  return (
    <li className={classes.row}>
      <div className={classes.who}>
        <strong>{person.name}</strong> {me ? `(${t('people:you')}) ` : null}
        <span className={classes.state} data-state={state}>
          {t(`people:state.${state}`)}
        </span>
        <br />
        <span className={classes.small}>
          {person.email} ·{' '}
          {person.lastSignInAt === null
            ? t('people:neverSignedIn')
            : t('people:lastSignIn', { time: format.dateTime(person.lastSignInAt) })}
        </span>
        <br />
        <span className={classes.small}>
          {person.grants.length === 0
            ? t('people:grant.none')
            : person.grants.map(grantName).join(' · ')}
        </span>
      </div>
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => setDialog('edit')}>
          {t('people:field.roles')}
          <span className="sw-hidden">: {t('people:edit', { name: person.name })}</span>
        </Button>
        <Button variant="default" onClick={() => setDialog('sessions')}>
          {t('people:sessions')}
        </Button>
        <Button variant="default" onClick={() => setDialog('reset')}>
          {t('people:reset')}
        </Button>
        <Button variant="default" disabled={me} onClick={() => setDialog('factors')}>
          {t('proof:person.button')}
        </Button>
        {person.active ? (
          <Button variant="default" disabled={me} onClick={() => setDialog('deactivate')}>
            {t('people:deactivate')}
          </Button>
        ) : (
          <Button variant="default" onClick={() => change.mutate({ active: true })}>
            {t('people:activate')}
          </Button>
        )}
      </div>
      {dialog === 'edit' ? (
        <EditPersonDialog person={person} change={change} onClose={close} />
      ) : null}
      {dialog === 'sessions' ? <PersonSessionsDialog person={person} onClose={close} /> : null}
      {dialog === 'deactivate' ? (
        <Decision
          title={t('people:deactivateTitle', { name: person.name })}
          consequence={t('people:deactivateText')}
          confirm={t('people:deactivate')}
          busy={change.isPending}
          onClose={close}
          onConfirm={() => change.mutate({ active: false })}
        />
      ) : null}
      {dialog === 'factors' ? (
        <Decision
          title={t('proof:person.title', { name: person.name })}
          consequence={t('proof:person.text', { name: person.name })}
          confirm={t('proof:person.confirm')}
          busy={resetFactors.isPending}
          onClose={close}
          onConfirm={() => resetFactors.mutate()}
        />
      ) : null}
      {dialog === 'reset' ? (
        <Decision
          title={t('people:resetTitle', { name: person.name })}
          consequence={t('people:resetText')}
          confirm={t('people:resetConfirm')}
          busy={reset.isPending}
          onClose={close}
          onConfirm={() => reset.mutate()}
        />
      ) : null}
    </li>
  );
}

export type ChangePerson = ReturnType<typeof usePersonActions>['change'];

function usePersonActions(person: PersonView, done: () => void, onLink: (link: LinkFor) => void) {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries(peopleQuery);
  const change = useMutation({
    mutationFn: (patch: PersonPatch) => api.patch<PersonView>(`/people/${person.id}`, patch),
    onSuccess: (changed) => {
      notice.done(t('people:saved', { name: changed.name }));
      done();
    },
    onError: notice.refusal,
    onSettled: refresh,
  });
  const reset = useMutation({
    mutationFn: () => api.post<LinkFor>(`/people/${person.id}/reset-link`),
    onSuccess: (created) => {
      done();
      onLink(created);
    },
    onError: notice.refusal,
  });
  const resetFactors = useMutation({
    mutationFn: () => api.post<void>(`/people/${person.id}/reset-factors`),
    onSuccess: () => {
      notice.done(t('proof:person.done', { name: person.name }));
      done();
    },
    onError: notice.refusal,
  });
  return { change, reset, resetFactors };
}
