import { useText } from '../language/text.js';
import { useApprovalQueue } from './use-approval-queue.js';

/** How much waits for the reader, at the name of the page. */
export function ApprovalsCount({ className }: { className: string }) {
  const t = useText();
  const { items } = useApprovalQueue();
  const count = items.filter(({ isMine }) => isMine).length;
  if (count === 0) return null;
  return (
    <span className={className}>
      <span aria-hidden="true">{count}</span>
      <span className="sw-hidden">, {t('app:nav.approvalsMine', { count })}</span>
    </span>
  );
}
