import { Button, PasswordInput, TextInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import type { SecondStepView, SessionView } from '@sturmwarte/contracts';
import { useState, type SyntheticEvent } from 'react';
import { api } from '../api/call.js';
import { speak } from '../language/i18n.js';
import { useText } from '../language/text.js';
import { signIn } from '../session/session.queries.js';
import { remembered } from '../ui/remembered.js';
import { Door } from './door.js';
import { FormRefusal } from './form-note.js';
import classes from './form.module.css';
import { ownPath } from './own-path.js';
import { SecondStep } from './second-step.js';

export function SignInPage() {
  const t = useText();
  const client = useQueryClient();
  const router = useRouter();
  const { next, why } = useSearch({ from: '/sign-in' });
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [step, setStep] = useState<SecondStepView | null>(null);
  const setup = useQuery({
    queryKey: ['setup'],
    queryFn: ({ signal }) => api.get<{ readonly open: boolean }>('/setup', {}, signal),
    retry: false,
  });
  const entering = useMutation({
    mutationFn: () => signIn(client, { email: email.trim(), password }),
    onSuccess: (answer) => ('secondStep' in answer ? setStep(answer) : goIn(answer)),
  });
  const goIn = async ({ person }: SessionView): Promise<void> => {
    if (remembered('language') === null) await speak(person.language);
    router.history.push(ownPath(next));
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    entering.mutate();
  };
  if (step !== null) {
    const again = (): void => {
      setStep(null);
      setPassword('');
    };
    return <SecondStep step={step} onIn={goIn} onBack={again} />;
  }
  return (
    <Door title={t('entry:signIn.title')} lead={t('entry:signIn.lead')}>
      <form className={classes.form} onSubmit={submit}>
        {setup.data?.open ? <p className={classes.note}>{t('entry:signIn.notSetUp')}</p> : null}
        {why === 'ended' ? <p className={classes.note}>{t('entry:signIn.ended')}</p> : null}
        {why === 'signed-out' ? (
          <p className={classes.note}>{t('entry:signIn.signedOut')}</p>
        ) : null}
        <TextInput
          type="email"
          label={t('entry:email')}
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('entry:password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          visibilityToggleButtonProps={{ 'aria-label': t('entry:showPassword'), tabIndex: 0 }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <FormRefusal problem={entering.error} />
        <Button type="submit" loading={entering.isPending}>
          {t('entry:signIn.submit')}
        </Button>
        <p className={classes.small}>{t('entry:signIn.forgot')}</p>
      </form>
    </Door>
  );
}
