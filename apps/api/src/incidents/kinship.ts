import type { AlertView } from '@sturmwarte/contracts';
import type { Incident, ProposalReason } from '@sturmwarte/domain';
import { sharedVoices, type Database } from '@sturmwarte/store';

/** So many mentions, or authors, in common are no chance. */
const MENTIONS_IN_COMMON = 3;
const AUTHORS_IN_COMMON = 5;
/** What was said so long ago is another story. */
const HOURS = 24;

/**
 * Why an alert belongs to an incident: mentions that hit both topics, clusters of copies in both, authors who speak in
 * both. Empty when nothing speaks for it.
 */
export async function kinship(
  db: Database,
  alert: AlertView,
  incident: Incident,
): Promise<ProposalReason[]> {
  const topics = incident.alerts
    .filter(({ standing }) => standing === 'joined')
    .map((one) => one.alert.topicId);
  if (topics.includes(alert.topicId)) {
    return [{ code: 'same-topic', params: { topic: alert.topicName } }];
  }
  const since = Date.parse(alert.openedAt) - HOURS * 3_600_000;
  const { mentions, authors, copies } = await sharedVoices(db, alert.topicId, topics, since);
  const reasons: ProposalReason[] = [];
  if (mentions >= MENTIONS_IN_COMMON)
    reasons.push({ code: 'shared-mentions', params: { count: mentions } });
  if (copies > 0) reasons.push({ code: 'shared-copies', params: { count: copies } });
  if (authors >= AUTHORS_IN_COMMON)
    reasons.push({ code: 'shared-authors', params: { count: authors } });
  return reasons;
}
