import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { LinkView, SecondStepView, SessionView, SignInAnswer } from '@sturmwarte/contracts';
import { useState, type SyntheticEvent } from 'react';
import { api } from '../api/call.js';
import { useFormat } from '../language/format.js';
import { speak } from '../language/i18n.js';
import { useText } from '../language/text.js';
import { enter } from '../session/session.queries.js';
import { Skeleton } from '../ui/skeleton.js';
import { Door } from './door.js';
import { FormRefusal } from './form-note.js';
import classes from './form.module.css';
import { isGoodPassword, NewPasswordFields } from './new-password.js';
import { SecondStep } from './second-step.js';

/** Behind an invitation or a password-reset link: choose a password and be in. */
export function LinkPage() {
  const t = useText();
  const format = useFormat();
  const { token } = useParams({ from: '/link/$token' });
  const path = `/links/${encodeURIComponent(token)}`;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [step, setStep] = useState<SecondStepView | null>(null);
  const goIn = async (session: SessionView): Promise<void> => {
    enter(client, session);
    await speak(session.person.language);
    await navigate({ to: '/' });
  };
  const link = useQuery({
    queryKey: ['link', token],
    queryFn: ({ signal }) => api.get<LinkView>(path, {}, signal),
    retry: false,
  });
  if (step !== null) {
    const back = (): void => void navigate({ to: '/sign-in' });
    return <SecondStep step={step} onIn={goIn} onBack={back} />;
  }
  if (link.isPending) {
    return (
      <Door title={t('app:name')}>
        <Skeleton rows={3} />
      </Door>
    );
  }
  if (link.isError) {
    return (
      <Door title={t('app:error.title')}>
        <div className={classes.form}>
          <FormRefusal problem={link.error} />
          <Link to="/sign-in">{t('entry:link.toSignIn')}</Link>
        </div>
      </Door>
    );
  }
  const { kind, name, email, expiresAt } = link.data;
  const isInvitation = kind === 'invitation';
  return (
    <Door
      title={isInvitation ? t('entry:link.invitationTitle', { name }) : t('entry:link.resetTitle')}
      lead={
        isInvitation
          ? t('entry:link.invitationLead', { email })
          : t('entry:link.resetLead', { email })
      }
    >
      <PasswordForm
        path={path}
        onSaved={(answer) => ('secondStep' in answer ? setStep(answer) : goIn(answer))}
      />
      <p className={classes.small}>
        {t('entry:link.expires', { time: format.dateTime(expiresAt) })}
      </p>
    </Door>
  );
}

function PasswordForm({
  path,
  onSaved,
}: {
  path: string;
  onSaved: (answer: SignInAnswer) => void | Promise<void>;
}) {
  const t = useText();
  const [password, setPassword] = useState({ first: '', second: '' });
  const [checked, setChecked] = useState(false);
  const saving = useMutation({
    mutationFn: () => api.post<SignInAnswer>(path, { password: password.first }),
    onSuccess: onSaved,
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (isGoodPassword(password)) saving.mutate();
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <NewPasswordFields value={password} onChange={setPassword} checked={checked} />
      <FormRefusal problem={saving.error} />
      <Button type="submit" loading={saving.isPending}>
        {t('entry:link.submit')}
      </Button>
    </form>
  );
}
