import type { AlertView } from '@sturmwarte/contracts';
import type { AlertSign, SignedAlert } from '@sturmwarte/domain';

/** What an incident keeps of an alert. */
export function signedAlertOf(alert: AlertView): SignedAlert {
  const { id, number, topicId, topicName } = alert;
  return { alert: { id, number, topicId, topicName }, sign: signOf(alert) };
}

export function signOf({ level, evidence }: AlertView): AlertSign {
  return { level, channels: evidence.channels.map(({ channel }) => channel) };
}
