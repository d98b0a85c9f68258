import { Button, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PersonView } from '@sturmwarte/contracts';
import { api } from '../api/call.js';
import { useText } from '../language/text.js';
import { useNotice } from '../ui/notice.js';
import { useReturnFocus } from '../ui/use-return-focus.js';
import classes from './people.module.css';
import { sessionsPath, sessionsQuery } from './people.queries.js';
import { Sessions } from './sessions.js';

export function PersonSessionsDialog({
  person,
  onClose,
}: {
  person: PersonView;
  onClose: () => void;
}) {
  const t = useText();
  useReturnFocus();
  const notice = useNotice();
  const client = useQueryClient();
  const endAll = useMutation({
    mutationFn: () => api.remove<void>(sessionsPath(person.id)),
    onError: notice.refusal,
    onSettled: () => client.invalidateQueries(sessionsQuery(person.id)),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('people:sessionsTitle', { name: person.name })}
      closeButtonProps={{ 'aria-label': t('app:action.close') }}
    >
      <div className={classes.form}>
        <Sessions personId={person.id} />
        <Button variant="default" loading={endAll.isPending} onClick={() => endAll.mutate()}>
          {t('people:sessionEndAll')}
        </Button>
      </div>
    </Modal>
  );
}
