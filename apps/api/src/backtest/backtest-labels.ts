import type { BacktestLabel } from '@sturmwarte/contracts';
import { labelOfAlert, type Label } from '@sturmwarte/domain';
import type { AlertLabelRow, StoredLabel } from '@sturmwarte/store';

/** As people see it. */
export function labelView(label: StoredLabel): BacktestLabel {
  const { id, kind, from, to, reason, note, byId, byName, at } = label;
  return {
    ...{ id, alertId: null, alertNumber: null, kind, reason, note },
    from: from.toISOString(),
    to: to.toISOString(),
    by: { id: byId, name: byName },
    at: at.toISOString(),
  };
}

/** What people said on the page and by their alerts, oldest first. */
export function labelViews(
  stored: readonly StoredLabel[],
  alerts: readonly AlertLabelRow[],
  now: number,
): BacktestLabel[] {
  const said = alerts.flatMap(({ id, number, alert, incidentBeganAt }): BacktestLabel[] => {
    const label = labelOfAlert(alert, incidentBeganAt, now);
    if (label === null || label.from >= label.to) return [];
    const [from, to] = [new Date(label.from).toISOString(), new Date(label.to).toISOString()];
    const { kind, reason } = label;
    return [
      {
        id: null,
        alertId: id,
        alertNumber: number,
        kind,
        from,
        to,
        reason,
        note: null,
        by: null,
        at: null,
      },
    ];
  });
  return [...stored.map(labelView), ...said].sort((a, b) => a.from.localeCompare(b.from));
}

/** As the judge takes it. */
export function labelOf({ kind, from, to, reason }: BacktestLabel): Label {
  return { kind, from: Date.parse(from), to: Date.parse(to), reason };
}
