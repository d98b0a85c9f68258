import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Space } from '@sturmwarte/domain';
import { useState } from 'react';
import { api } from '../api/call.js';
import { useText } from '../language/text.js';
import { useMay } from '../session/session.js';
import { Decision } from '../ui/decision.js';
import { useNotice } from '../ui/notice.js';

/** A running drill can be ended, an ended one deleted, by those who may run drills. */
export function SpaceActions({ space }: { space: Space }) {
  const t = useText();
  const may = useMay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const notice = useNotice();
  const [asking, setAsking] = useState(false);
  const isOver = space.endedAt !== null;
  const change = useMutation({
    mutationFn: () =>
      isOver ? api.remove(`/spaces/${space.id}`) : api.post(`/spaces/${space.id}/end`),
    onSuccess: async () => {
      setAsking(false);
      if (isOver) await navigate({ to: '/', search: {} });
      await client.invalidateQueries({ queryKey: ['spaces'] });
    },
    onError: notice.refusal,
  });
  if (!may('drill.run', space.brandId)) return null;
  const what = isOver ? 'remove' : 'end';
  const { name } = space;
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setAsking(true)}>
        {t(`app:space.${what}`)}
      </Button>
      {asking ? (
        <Decision
          title={t(`app:space.${what}Title`, { name })}
          consequence={t(`app:space.${what}Text`)}
          confirm={t(`app:space.${what}Confirm`)}
          busy={change.isPending}
          onConfirm={() => change.mutate()}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
