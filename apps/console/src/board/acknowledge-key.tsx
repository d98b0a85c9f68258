import type { AlertView, BoardCard } from '@sturmwarte/contracts';
import { useState } from 'react';
import { useAlertActions } from '../alerts/use-alert-actions.js';
import { focusedEntry } from '../keyboard/use-entry-keys.js';
import { useKeys } from '../keyboard/keyboard.js';
import { useMay } from '../session/session.js';

/** Q acknowledges the alert of the card that has the focus. */
export function AcknowledgeKey({ cards }: { cards: readonly BoardCard[] }) {
  const first = cards.find((card) => card.alert !== null)?.alert ?? null;
  return first === null ? null : <Key cards={cards} fallback={first} />;
}

function Key({ cards, fallback }: { cards: readonly BoardCard[]; fallback: AlertView }) {
  const may = useMay();
  const [topicId, setTopicId] = useState<number | null>(null);
  const chosen = cards.find((card) => card.topicId === topicId)?.alert ?? fallback;
  const { acknowledge } = useAlertActions(chosen);
  useKeys({
    q: () => {
      const focused = Number(focusedEntry());
      const alert = cards.find((card) => card.topicId === focused)?.alert;
      if (!alert || alert.state !== 'open' || !may('alert.acknowledge', alert.brandId)) return;
      setTopicId(focused);
      acknowledge.mutate();
    },
  });
  return null;
}
