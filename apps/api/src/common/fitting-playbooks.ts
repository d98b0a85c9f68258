import type { AlertView } from '@sturmwarte/contracts';
import {
  suggestPlaybooks,
  type Impact,
  type Level,
  type Playbook,
  type ProposalReason,
  type Suggestion,
  type TopicKind,
} from '@sturmwarte/domain';

/** What the evidence of these alerts together points to; the kind of topic is that of the first. */
export function fittingPlaybooks(
  playbooks: readonly Playbook[],
  alerts: readonly Pick<AlertView, 'evidence'>[],
  kind: TopicKind | undefined,
  level: Level,
): readonly Suggestion[] {
  const terms = alerts.flatMap(({ evidence }) => evidence.terms);
  return suggestPlaybooks(playbooks, { level, terms }, kind ?? 'company');
}

/** Why, as codes and facts: the words are the reader's. */
export function reasonsOf(
  { playbook, reasons, inRange }: Suggestion,
  level: Level,
  impact: Impact | null,
): ProposalReason[] {
  const { from, to } = playbook.impact;
  const why: ProposalReason[] = reasons.map(({ trigger, terms }) => ({
    code: 'trigger',
    params: { de: trigger.title.de, en: trigger.title.en, terms: terms.join(', ') },
  }));
  if (inRange) why.push({ code: 'wind', params: { level } });
  if (impact !== null && impact >= from && impact <= to) {
    why.push({ code: 'impact', params: { impact } });
  }
  return why;
}
