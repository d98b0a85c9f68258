import type { IncidentEvent } from './incident-event.js';

export const ENTRY_GROUPS = [
  'fact',
  'assumption',
  'rumour',
  'decision',
  'note',
  'question',
  'step',
  'team',
  'clock',
  'wording',
  'system',
] as const;
/** Under which filter of the timeline an event is found. */
export type EntryGroup = (typeof ENTRY_GROUPS)[number];

export function groupOf(event: IncidentEvent): EntryGroup {
  switch (event.type) {
    case 'entry-written':
      return event.kind;
    case 'claim-recorded':
    case 'claim-moved':
      return event.standing === 'fact' || event.standing === 'refuted' ? 'fact' : 'assumption';
    case 'entry-corrected':
    case 'attachment-added':
    case 'attachment-erased':
      return 'note';
    case 'question-asked':
    case 'question-answered':
      return 'question';
    case 'step-decided':
    case 'executive-asked':
    case 'executive-decided':
    case 'executive-passed-on':
    case 'executive-withdrawn':
    case 'level-overridden':
    case 'override-lifted':
    case 'impact-set':
    case 'impact-proposed':
    case 'cluster-set':
    case 'all-clear-given':
    case 'reopened':
      return 'decision';
    case 'playbook-started':
    case 'phase-entered':
    case 'playbook-stopped':
    case 'steps-proposed':
    case 'steps-added':
    case 'steps-declined':
    case 'step-assigned':
    case 'step-started':
    case 'step-done':
    case 'step-skipped':
    case 'step-reopened':
      return 'step';
    case 'role-assigned':
    case 'role-vacated':
    case 'reachability-set':
    case 'hand-over-offered':
    case 'hand-over-signed':
    case 'hand-over-ended':
      return 'team';
    case 'legal-clock-listed':
    case 'legal-clock-started':
    case 'legal-clock-start-proposed':
    case 'legal-clock-waiver-proposed':
    case 'legal-clock-waived':
    case 'legal-clock-reassessed':
    case 'legal-clock-fulfilled':
    case 'update-promised':
    case 'update-kept':
    case 'update-moved':
    case 'first-response-given':
    case 'clock-turned':
      return 'clock';
    case 'status-updated':
      return 'note';
    case 'statement-drafted':
    case 'statement-revised':
    case 'variant-written':
    case 'variant-dropped':
    case 'wording-commented':
    case 'comment-settled':
    case 'statement-dropped':
    case 'approval-asked':
    case 'approval-given':
    case 'approval-returned':
    case 'approval-rejected':
    case 'approval-recalled':
    case 'emergency-released':
    case 'emergency-reviewed':
    case 'approver-barred':
    case 'approver-bar-lifted':
    case 'publication-prepared':
    case 'publication-sending':
    case 'publication-confirmed':
    case 'publication-unknown':
    case 'publication-failed':
    case 'publication-withdrawn':
    case 'published-by-hand':
    case 'posting-stopped':
    case 'posting-resumed':
      return 'wording';
    case 'opened':
    case 'renamed':
    case 'alert-proposed':
    case 'alert-declined':
    case 'alert-joined':
    case 'alert-left':
    case 'alert-moved':
    case 'merged-into':
    case 'absorbed':
    case 'split-off':
    case 'born-of-split':
    case 'linked':
    case 'unlinked':
    case 'level-followed':
      return 'system';
  }
}
