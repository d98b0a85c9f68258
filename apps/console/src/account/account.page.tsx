import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Language, MePatch, PersonView } from '@sturmwarte/contracts';
import { TEXT_LANGUAGES } from '@sturmwarte/i18n';
import { useState } from 'react';
import { api } from '../api/call.js';
import { isGoodPassword, NewPasswordFields } from '../entry/new-password.js';
import { speak } from '../language/i18n.js';
import { useText } from '../language/text.js';
import classes from '../people/people.module.css';
import { sessionsPath, sessionsQuery } from '../people/people.queries.js';
import { Sessions } from '../people/sessions.js';
import { useGrantName } from '../people/use-grant-name.js';
import { sessionQuery } from '../session/session.queries.js';
import { useSession } from '../session/session.js';
import { Decision } from '../ui/decision.js';
import { useNotice } from '../ui/notice.js';
import { Factors } from './factors.js';

/** Mein Konto: what a person may change about herself. */
export function AccountPage() {
  const t = useText();
  const grantName = useGrantName();
  const { person } = useSession();
  return (
    <div className={classes.page}>
      <h1>{t('people:account.title')}</h1>
      <Profile person={person} />
      <section className={classes.section}>
        <h2>{t('people:account.roles')}</h2>
        <p>{person.grants.map(grantName).join(' · ') || t('people:grant.none')}</p>
      </section>
      <ChangePassword />
      <Factors />
      <OwnSessions />
    </div>
  );
}

function useChangeMe(onSuccess: (me: PersonView) => void) {
  const notice = useNotice();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (patch: MePatch) => api.patch<PersonView>('/me', patch),
    onSuccess,
    onError: notice.refusal,
    onSettled: () => client.invalidateQueries(sessionQuery),
  });
}

function Profile({ person }: { person: PersonView }) {
  const t = useText();
  const notice = useNotice();
  const [name, setName] = useState(person.name);
  const [language, setLanguage] = useState<Language>(person.language);
  const change = useChangeMe((me) => {
    notice.done(t('people:saved', { name: me.name }));
    void speak(me.language);
  });
  return (
    <form
      className={classes.section}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ name, language });
      }}
    >
      <h2>{t('people:account.profile')}</h2>
      <TextInput
        label={t('people:field.name')}
        autoComplete="name"
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('people:invite.language')}
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value as Language)}
        data={TEXT_LANGUAGES.map((code) => ({ value: code, label: t(`app:language.${code}`) }))}
      />
      <div className={classes.buttons}>
        <Button type="submit" disabled={name.trim() === ''} loading={change.isPending}>
          {t('app:action.save')}
        </Button>
      </div>
    </form>
  );
}

const EMPTY = { first: '', second: '' };

function ChangePassword() {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState(EMPTY);
  const [checked, setChecked] = useState(false);
  const change = useChangeMe(() => {
    notice.done(t('people:account.passwordChanged'));
    setCurrent('');
    setNext(EMPTY);
    setChecked(false);
    void client.invalidateQueries(sessionsQuery('me'));
  });
  return (
    <form
      className={classes.section}
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (current !== '' && isGoodPassword(next)) {
          change.mutate({ password: { current, next: next.first } });
        }
      }}
    >
      <h2>{t('people:account.password')}</h2>
      <PasswordInput
        label={t('people:account.current')}
        autoComplete="current-password"
        value={current}
        visibilityToggleButtonProps={{ 'aria-label': t('entry:showPassword'), tabIndex: 0 }}
        error={checked && current === '' ? t('entry:required') : null}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <NewPasswordFields value={next} onChange={setNext} checked={checked} />
      <div className={classes.buttons}>
        <Button type="submit" loading={change.isPending}>
          {t('people:account.changePassword')}
        </Button>
      </div>
    </form>
  );
}

function OwnSessions() {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const endAll = useMutation({
    mutationFn: () => api.remove<void>(sessionsPath('me')),
    onError: notice.refusal,
    // The next answer is "not signed in", which leads to the door.
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <section className={classes.section}>
      <h2>{t('people:account.sessions')}</h2>
      <Sessions personId="me" />
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('people:sessionEndAll')}
        </Button>
      </div>
      {asking ? (
        <Decision
          title={t('people:account.endAllTitle')}
          consequence={t('people:account.endAllText')}
          confirm={t('people:sessionEndAll')}
          busy={endAll.isPending}
          onClose={() => setAsking(false)}
          onConfirm={() => endAll.mutate()}
        />
      ) : null}
    </section>
  );
}
