import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { OUTLET_CHANNELS } from '@sturmwarte/domain';
import { useText } from '../language/text.js';
import type { DraftKind, ExitDraft } from './exit-draft.js';
import classes from './exits.module.css';

interface FormProps {
  readonly value: ExitDraft;
  readonly onChange: (draft: ExitDraft) => void;
}
type TextField = {
  [K in keyof ExitDraft]: ExitDraft[K] extends string ? K : never;
}[keyof ExitDraft];

/** What an exit needs; `kind` is chosen once. */
export function ExitForm({ value, onChange, isNew }: FormProps & { readonly isNew: boolean }) {
  const t = useText();
  return (
    <div className={classes.form}>
      {isNew ? (
        <NativeSelect
          label={t('exits:field.kind')}
          value={value.kind}
          onChange={(event) => onChange({ ...value, kind: event.currentTarget.value as DraftKind })}
          data={(['webhook', 'mail', 'sandbox'] as const).map((kind) => ({
            value: kind,
            label: t(`exits:kind.${kind}`),
          }))}
        />
      ) : null}
      <Text name="name" value={value} onChange={onChange} />
      <Checkbox.Group
        label={t('exits:field.channels')}
        value={[...value.channels]}
        onChange={(channels) => onChange({ ...value, channels })}
      >
        <div className={classes.channels}>
          {OUTLET_CHANNELS.map((channel) => (
            <Checkbox key={channel} value={channel} label={t(`playbooks:channel.${channel}`)} />
          ))}
        </div>
      </Checkbox.Group>
      {value.kind === 'webhook' ? <WebhookFields value={value} onChange={onChange} /> : null}
      {value.kind === 'mail' ? (
        <MailFields value={value} onChange={onChange} isNew={isNew} />
      ) : null}
      {value.kind === 'sandbox' ? null : (
        <>
          <Text name="timeoutSeconds" value={value} onChange={onChange} />
          <Checkbox
            label={t('exits:field.privateNetwork')}
            description={t('exits:hint.privateNetwork')}
            checked={value.privateNetwork}
            onChange={(event) =>
              onChange({ ...value, privateNetwork: event.currentTarget.checked })
            }
          />
        </>
      )}
    </div>
  );
}

function WebhookFields(props: FormProps) {
  const t = useText();
  return (
    <>
      <Text name="url" {...props} placeholder="https://news.example.org/statements" />
      <Text
        name="readBackUrl"
        {...props}
        placeholder="https://news.example.org/statements/{id}"
        hint={t('exits:hint.readBackUrl')}
      />
    </>
  );
}

function MailFields({ isNew, ...props }: FormProps & { readonly isNew: boolean }) {
  const t = useText();
  const { value, onChange } = props;
  return (
    <>
      <div className={classes.pair}>
        <Text name="host" {...props} placeholder="smtp.example.org" />
        <Text name="port" {...props} />
      </div>
      <NativeSelect
        label={t('exits:field.security')}
        value={value.security}
        onChange={(event) =>
          onChange({ ...value, security: event.currentTarget.value as ExitDraft['security'] })
        }
        data={(['starttls', 'tls', 'none'] as const).map((security) => ({
          value: security,
          label: t(`exits:security.${security}`),
        }))}
      />
      <Text name="user" {...props} />
      <TextInput
        type="password"
        label={t('exits:field.password')}
        description={isNew ? undefined : t('exits:hint.password')}
        value={value.password ?? ''}
        autoComplete="new-password"
        onChange={(event) => {
          const password = event.currentTarget.value;
          onChange({ ...value, password: password === '' ? null : password });
        }}
      />
      <div className={classes.pair}>
        <Text name="fromName" {...props} />
        <Text name="fromAddress" {...props} placeholder="presse@example.org" />
      </div>
      <Text name="replyTo" {...props} />
      <Textarea
        label={t('exits:field.recipients')}
        description={t('exits:hint.recipients')}
        value={value.recipients}
        autosize
        minRows={3}
        maxRows={10}
        spellCheck={false}
        onChange={(event) => onChange({ ...value, recipients: event.currentTarget.value })}
      />
      <Text name="unsubscribe" {...props} placeholder="mailto:abmelden@example.org" />
    </>
  );
}

function Text({
  name,
  value,
  onChange,
  hint,
  placeholder,
}: FormProps & {
  readonly name: TextField;
  readonly hint?: string;
  readonly placeholder?: string;
}) {
  const t = useText();
  return (
    <TextInput
      label={t(`exits:field.${name as 'name'}`)}
      description={hint}
      placeholder={placeholder}
      value={value[name]}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange({ ...value, [name]: event.currentTarget.value })}
    />
  );
}
