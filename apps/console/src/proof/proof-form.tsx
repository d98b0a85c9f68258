import { Button, PasswordInput, TextInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.css';
import type { PasskeyOptions, ProofRequest } from '@sturmwarte/contracts';
import type { ProofMethod } from '@sturmwarte/domain';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { FormRefusal } from '../entry/form-note.js';
import door from '../entry/form.module.css';
import { useText } from '../language/text.js';
import { answerWithPasskey, PasskeyStopped } from './passkeys.js';
import classes from './proof-form.module.css';

/** One of the ways to show who one is. Everything can be pasted, and password managers may fill it in. */
export function ProofForm({
  methods,
  email,
  ask,
  busy,
  problem,
  onAnswer,
  children,
}: {
  methods: readonly ProofMethod[];
  /** For password managers; null where the form has no password. */
  email: string | null;
  /** The question for a passkey. */
  ask: () => Promise<PasskeyOptions>;
  busy: boolean;
  problem: unknown;
  onAnswer: (proof: ProofRequest) => void;
  /** Further buttons. */
  children?: ReactNode;
}) {
  const t = useText();
  const [method, setMethod] = useState<ProofMethod>(methods[0] ?? 'password');
  const [typed, setTyped] = useState('');
  const [asking, setAsking] = useState(false);
  const [stopped, setStopped] = useState<unknown>(null);
  /** Was about another way. */
  const [past, setPast] = useState<unknown>(null);
  const form = useRef<HTMLFormElement>(null);
  // Whoever cannot see that the page or the way has changed stands where to go on.
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), [method]);
  const choose = (next: ProofMethod): void => {
    setMethod(next);
    setTyped('');
    setStopped(null);
    setPast(problem);
  };
  const withPasskey = async (): Promise<void> => {
    setAsking(true);
    setStopped(null);
    try {
      onAnswer({ method: 'passkey', assertion: await answerWithPasskey(await ask()) });
    } catch (reason) {
      setStopped(reason);
    } finally {
      setAsking(false);
    }
  };
  const submit = (): void => {
    if (method === 'passkey') void withPasskey();
    else if (method === 'password') onAnswer({ method, password: typed });
    else onAnswer({ method, code: typed });
  };
  return (
    <form
      ref={form}
      className={door.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && !asking) submit();
      }}
    >
      {method === 'passkey' ? (
        <p>{t('proof:passkeyHint')}</p>
      ) : (
        <Answer key={method} {...{ method, email, typed }} onType={setTyped} />
      )}
      {stopped instanceof PasskeyStopped ? (
        <p className={door.note} role="alert">
          {t('proof:passkeyStopped')}
        </p>
      ) : (
        <FormRefusal problem={stopped ?? (problem === past ? null : problem)} />
      )}
      <div className={classes.buttons}>
        {children}
        <Button
          type="submit"
          data-autofocus={method === 'passkey' ? true : undefined}
          loading={busy || asking}
        >
          {method === 'passkey' ? t('proof:usePasskey') : t('proof:confirm')}
        </Button>
      </div>
      {methods.length > 1 ? (
        <p className={classes.others}>
          {t('proof:other')}
          {methods
            .filter((other) => other !== method)
            .map((other) => (
              <button
                key={other}
                type="button"
                className={classes.other}
                onClick={() => choose(other)}
              >
                {t(`proof:method.${other}`)}
              </button>
            ))}
        </p>
      ) : null}
    </form>
  );
}

function Answer({
  method,
  email,
  typed,
  onType,
}: {
  method: Exclude<ProofMethod, 'passkey'>;
  email: string | null;
  typed: string;
  onType: (typed: string) => void;
}) {
  const t = useText();
  const shared = {
    label: t(`proof:method.${method}`),
    required: true,
    withAsterisk: false,
    value: typed,
    'data-autofocus': true,
    onChange: (event: { currentTarget: { value: string } }) => onType(event.currentTarget.value),
  };
  if (method === 'password') {
    return (
      <>
        <input
          className="sw-hidden"
          type="text"
          autoComplete="username"
          aria-hidden="true"
          tabIndex={-1}
          readOnly
          value={email ?? ''}
        />
        <PasswordInput
          {...shared}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('entry:showPassword'), tabIndex: 0 }}
        />
      </>
    );
  }
  if (method === 'totp') {
    return (
      <TextInput
        {...shared}
        description={t('proof:totpHint')}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={16}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      description={t('proof:recoveryHint')}
      autoComplete="off"
      spellCheck={false}
      maxLength={40}
    />
  );
}
