import type { AlertView } from '@sturmwarte/contracts';
import { rounded } from '@sturmwarte/i18n';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';

/** The outlook in a few words, wherever an open alert is shown; nothing where there is none. */
export function Ahead({ alert }: { alert: AlertView | null | undefined }) {
  const t = useText();
  const { integer } = useFormat();
  const outlook = alert?.evidence.outlook;
  if (!outlook || alert?.state === 'closed') return null;
  if (outlook.kind === 'unknown') return <span>{t('board:aheadUnknown')}</span>;
  const { low, high } = outlook.hour;
  const band = { low: integer(rounded(low, 'down')), high: integer(rounded(high, 'up')) };
  return <span>{t('board:ahead', band)}</span>;
}
