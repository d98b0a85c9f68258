import { useOrder } from '../incidents/use-order.js';
import { useText } from '../language/text.js';
import { Decision } from '../ui/decision.js';
import { useNotice } from '../ui/notice.js';

/** The deputy is asked instead. */
export function PassOnDialog({
  id,
  request,
  deputy: name,
  onClose,
}: {
  id: number;
  request: number;
  deputy: string;
  onClose: () => void;
}) {
  const t = useText();
  const notice = useNotice();
  const order = useOrder(id);
  return (
    <Decision
      title={t('executive:passTitle', { name })}
      consequence={t('executive:passText', { name })}
      confirm={t('executive:passConfirm')}
      busy={order.isPending}
      onClose={onClose}
      onConfirm={() =>
        order.mutate(
          { type: 'pass-request-on', request },
          {
            onSuccess: () => {
              notice.done(t('executive:passed', { name }));
              onClose();
            },
            onError: notice.refusal,
          },
        )
      }
    />
  );
}
