import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Task } from '@sturmwarte/domain';
import { useOrder } from '../incidents/use-order.js';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import { useNotice } from '../ui/notice.js';

/** Ticks a step that asks for nothing else. Somebody else was first: the notice says who. */
export function TickButton({
  id,
  task,
  title,
}: {
  id: number;
  task: Extract<Task, { kind: 'step' }>;
  title: string;
}) {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  const order = useOrder(id);
  return (
    <Button
      leftSection={<Icon name="check" size={16} />}
      loading={order.isPending}
      aria-label={t('tasks:tickNamed', { title })}
      onClick={() =>
        order.mutate(
          { type: 'finish-step', run: task.run, step: task.step.id, inputs: {} },
          {
            onSuccess: () => notice.done(t('tasks:ticked', { title })),
            onError: notice.refusal,
            onSettled: () => void client.invalidateQueries({ queryKey: ['incidents'] }),
          },
        )
      }
    >
      {t('tasks:tick')}
    </Button>
  );
}
