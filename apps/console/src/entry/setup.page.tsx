import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { setupSchema, type SessionView } from '@sturmwarte/contracts';
import { useState, type SyntheticEvent } from 'react';
import { api } from '../api/call.js';
import { spokenLanguage } from '../language/i18n.js';
import { useText } from '../language/text.js';
import { enter } from '../session/session.queries.js';
import { cx } from '../ui/cx.js';
import { Door } from './door.js';
import { FormRefusal } from './form-note.js';
import classes from './form.module.css';
import { isGoodPassword, NewPasswordFields } from './new-password.js';

/** `/setup#token`: the fragment stays in the browser and out of every log. */
export function SetupPage() {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const token = useLocation({ select: ({ hash }) => hash });
  const [fields, setFields] = useState({ brand: '', name: '', email: '' });
  const [password, setPassword] = useState({ first: '', second: '' });
  const [checked, setChecked] = useState(false);
  const request = setupSchema.safeParse({
    ...fields,
    token,
    language: spokenLanguage(),
    password: password.first,
  });
  const wrong = new Set(request.success ? [] : request.error.issues.map(({ path }) => path[0]));
  const settingUp = useMutation({
    mutationFn: () => api.post<SessionView>('/setup', request.data),
    onSuccess: async (session) => {
      enter(client, session);
      await navigate({ to: '/' });
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (request.success && isGoodPassword(password)) settingUp.mutate();
  };
  const field = (name: keyof typeof fields, mistake: string) => ({
    required: true,
    withAsterisk: false,
    value: fields[name],
    error: checked && wrong.has(name) ? mistake : null,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setFields((before) => ({ ...before, [name]: value }));
    },
  });
  return (
    <Door title={t('entry:setup.title')} lead={t('entry:setup.lead')}>
      {wrong.has('token') ? (
        <p className={cx(classes.note, classes.bad)} role="alert">
          {t('entry:setup.noToken')}
        </p>
      ) : (
        <form className={classes.form} onSubmit={submit} noValidate>
          <TextInput
            label={t('entry:setup.brand')}
            description={t('entry:setup.brandHint')}
            autoComplete="organization"
            {...field('brand', t('entry:required'))}
          />
          <TextInput
            label={t('entry:name')}
            autoComplete="name"
            {...field('name', t('entry:required'))}
          />
          <TextInput
            type="email"
            label={t('entry:email')}
            autoComplete="username"
            {...field('email', t('entry:emailInvalid'))}
          />
          <NewPasswordFields value={password} onChange={setPassword} checked={checked} />
          <FormRefusal problem={settingUp.error} />
          <Button type="submit" loading={settingUp.isPending}>
            {t('entry:setup.submit')}
          </Button>
        </form>
      )}
    </Door>
  );
}
