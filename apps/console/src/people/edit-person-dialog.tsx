import { TextInput } from '@mantine/core';
import type { PersonView } from '@sturmwarte/contracts';
import type { Grant } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { Decision } from '../ui/decision.js';
import { GrantsField } from './grants-field.js';
import type { ChangePerson } from './person-row.js';

export function EditPersonDialog({
  person,
  change,
  onClose,
}: {
  person: PersonView;
  change: ChangePerson;
  onClose: () => void;
}) {
  const t = useText();
  const [name, setName] = useState(person.name);
  const [grants, setGrants] = useState<readonly Grant[]>(person.grants);
  return (
    <Decision
      title={t('people:editTitle', { name: person.name })}
      consequence={t('people:editConsequence')}
      confirm={t('app:action.save')}
      busy={change.isPending}
      ready={name.trim() !== ''}
      onClose={onClose}
      onConfirm={() => change.mutate({ name: name.trim(), grants: [...grants] })}
    >
      <TextInput
        label={t('people:field.name')}
        value={name}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <GrantsField value={grants} onChange={setGrants} />
    </Decision>
  );
}
