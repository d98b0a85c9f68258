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

type Change = 'end' | 'remove';

/** A running drill can be ended, an ended one deleted, by those who may run drills. */
export function SpaceActions({ space }: { space: Space }) {
  const t = useText();
  const may = useMay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const notice = useNotice();
  // What was asked stays asked: the news that the space has ended may come before the answer to ending it.
  const [asking, setAsking] = useState<Change | null>(null);
  const change = useMutation({
    mutationFn: (what: Change) =>
      what === 'remove' ? api.remove(`/spaces/${space.id}`) : api.post(`/spaces/${space.id}/end`),
    onSuccess: async (_answer, what) => {
      setAsking(null);
      if (what === 'remove') await navigate({ to: '/', search: {} });
      await client.invalidateQueries({ queryKey: ['spaces'] });
    },
    onError: notice.refusal,
  });
  if (!may('drill.run', space.brandId)) return null;
  const next: Change = space.endedAt === null ? 'end' : 'remove';
  const { name } = space;
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setAsking(next)}>
        {t(`app:space.${next}`)}
      </Button>
      {asking === null ? null : (
        <Decision
          title={t(`app:space.${asking}Title`, { name })}
          consequence={t(`app:space.${asking}Text`)}
          confirm={t(`app:space.${asking}Confirm`)}
          busy={change.isPending}
          onConfirm={() => change.mutate(asking)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
