import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import { Problem } from '../ui/problem.js';
import { ShownOnce } from '../ui/shown-once.js';
import { Skeleton } from '../ui/skeleton.js';
import { InviteDialog } from './invite-dialog.js';
import type { LinkFor } from './link-for.js';
import classes from './people.module.css';
import { peopleQuery } from './people.queries.js';
import { PersonRow } from './person-row.js';

/** Everybody with an account, and those invited. */
export function Accounts() {
  const t = useText();
  const people = useQuery(peopleQuery);
  const [inviting, setInviting] = useState(false);
  const [link, setLink] = useState<LinkFor | null>(null);
  if (people.isPending) return <Skeleton rows={5} height={56} />;
  if (people.isError) return <Problem problem={people.error} retry={() => void people.refetch()} />;
  return (
    <>
      <div className={classes.head}>
        <h2>{t('people:tab.accounts')}</h2>
        <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setInviting(true)}>
          {t('people:invite.open')}
        </Button>
      </div>
      <ul className={classes.rows}>
        {people.data.map((person) => (
          <PersonRow key={person.id} person={person} onLink={setLink} />
        ))}
      </ul>
      {inviting ? (
        <InviteDialog
          onClose={() => setInviting(false)}
          onDone={(created) => {
            setInviting(false);
            setLink(created);
          }}
        />
      ) : null}
      {link === null ? null : (
        <ShownOnce
          title={t('people:link.title', { name: link.person.name })}
          text={t('people:link.text')}
          label={t('people:link.label')}
          secret={link.link}
          onClose={() => setLink(null)}
        />
      )}
    </>
  );
}
