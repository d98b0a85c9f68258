import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { inviteSchema, type InviteRequest, type Language } from '@sturmwarte/contracts';
import type { Grant } from '@sturmwarte/domain';
import { TEXT_LANGUAGES } from '@sturmwarte/i18n';
import { useState } from 'react';
import { api } from '../api/call.js';
import { useText } from '../language/text.js';
import { Decision } from '../ui/decision.js';
import { useNotice } from '../ui/notice.js';
import type { LinkFor } from './link-for.js';
import { GrantsField } from './grants-field.js';
import { peopleQuery } from './people.queries.js';

/** A new person: name, address, language, roles. Answers with a link that is shown once. */
export function InviteDialog({
  onClose,
  onDone,
}: {
  onClose: () => void;
  onDone: (created: LinkFor) => void;
}) {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [language, setLanguage] = useState<Language>('de');
  const [grants, setGrants] = useState<readonly Grant[]>([]);
  const request = inviteSchema.safeParse({ name, email, language, grants });
  const invite = useMutation({
    mutationFn: (body: InviteRequest) => api.post<LinkFor>('/people', body),
    onSuccess: onDone,
    onError: notice.refusal,
    onSettled: () => client.invalidateQueries(peopleQuery),
  });
  return (
    <Decision
      title={t('people:invite.title')}
      consequence={t('people:invite.consequence')}
      confirm={t('people:invite.submit')}
      busy={invite.isPending}
      ready={request.success}
      onClose={onClose}
      onConfirm={() => request.success && invite.mutate(request.data)}
    >
      <TextInput
        label={t('people:field.name')}
        autoComplete="off"
        required
        withAsterisk={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('people:field.email')}
        type="email"
        autoComplete="off"
        required
        withAsterisk={false}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('people:invite.language')}
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value as Language)}
        data={TEXT_LANGUAGES.map((code) => ({ value: code, label: t(`app:language.${code}`) }))}
      />
      <GrantsField value={grants} onChange={setGrants} />
    </Decision>
  );
}
