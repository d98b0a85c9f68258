import { DomainError } from '../errors.js';
import { requireIncidentRight } from './actor.js';
import { decideAxes, type AxesCommand } from './decide-axes.js';
import { decideClocks, type ClocksCommand } from './decide-clocks.js';
import type { DecideContext } from './decide-context.js';
import { decideEnd, type EndCommand } from './decide-end.js';
import { decideApprovals, type ApprovalsCommand } from './decide-approvals.js';
import { decideEmergency, type EmergencyCommand } from './decide-emergency.js';
import { decidePublications, type PublicationsCommand } from './decide-publications.js';
import { decideStatements, type StatementsCommand } from './decide-statements.js';
import { decideExecutive, type ExecutiveCommand } from './decide-executive.js';
import { decideKnowledge, type KnowledgeCommand } from './decide-knowledge.js';
import { decideRuns, type RunsCommand } from './decide-runs.js';
import { decideTeam, type TeamCommand } from './decide-team.js';
import type { Incident } from './incident.js';
import type { IncidentCommand, IncidentCommandType } from './incident-command.js';
import type { IncidentEvent } from './incident-event.js';

type Decide = (
  incident: Incident,
  command: IncidentCommand,
  context: DecideContext,
) => readonly IncidentEvent[];

const axes: Decide = (incident, command, context) =>
  decideAxes(incident, command as AxesCommand, context);
const team: Decide = (incident, command, context) =>
  decideTeam(incident, command as TeamCommand, context);
const runs: Decide = (incident, command, context) =>
  decideRuns(incident, command as RunsCommand, context);
const clocks: Decide = (incident, command, context) =>
  decideClocks(incident, command as ClocksCommand, context);
const knowledge: Decide = (incident, command, context) =>
  decideKnowledge(incident, command as KnowledgeCommand, context);
const executive: Decide = (incident, command, context) =>
  decideExecutive(incident, command as ExecutiveCommand, context);
const end: Decide = (incident, command, context) =>
  decideEnd(incident, command as EndCommand, context);

const statements: Decide = (incident, command, context) =>
  decideStatements(incident, command as StatementsCommand, context);
const approvals: Decide = (incident, command, context) =>
  decideApprovals(incident, command as ApprovalsCommand, context);
const emergency: Decide = (incident, command, context) =>
  decideEmergency(incident, command as EmergencyCommand, context);
const publications: Decide = (incident, command, context) =>
  decidePublications(incident, command as PublicationsCommand, context);

const BY_TYPE: Record<IncidentCommandType, Decide> = {
  rename: axes,
  'decline-alert': axes,
  link: axes,
  unlink: axes,
  'override-level': axes,
  'lift-override': axes,
  'set-impact': axes,
  'set-cluster': axes,
  'assign-role': team,
  'vacate-role': team,
  'say-reachable': team,
  'offer-hand-over': team,
  'sign-hand-over': team,
  'end-hand-over': team,
  'start-playbook': runs,
  'stop-playbook': runs,
  'enter-phase': runs,
  'add-steps': runs,
  'decline-steps': runs,
  'assign-step': runs,
  'start-step': runs,
  'finish-step': runs,
  'skip-step': runs,
  'reopen-step': runs,
  'decide-step': runs,
  'list-clock': clocks,
  'start-clock': clocks,
  'waive-clock': clocks,
  'reassess-clock': clocks,
  'fulfil-clock': clocks,
  'promise-update': clocks,
  'keep-update': clocks,
  'move-update': clocks,
  'give-first-response': clocks,
  'write-entry': knowledge,
  'correct-entry': knowledge,
  'record-claim': knowledge,
  'move-claim': knowledge,
  'ask-question': knowledge,
  'answer-question': knowledge,
  attach: knowledge,
  'erase-attachment': knowledge,
  'ask-executive': executive,
  'decide-request': executive,
  'pass-request-on': executive,
  'withdraw-request': executive,
  'update-status': executive,
  'give-all-clear': end,
  reopen: end,
  'draft-statement': statements,
  'revise-statement': statements,
  'write-variant': statements,
  'drop-variant': statements,
  'comment-wording': statements,
  'settle-comment': statements,
  'drop-statement': statements,
  'ask-approval': approvals,
  'approve-wording': approvals,
  'return-wording': approvals,
  'reject-wording': approvals,
  'recall-wording': approvals,
  'bar-from-approving': approvals,
  'lift-bar': approvals,
  'release-in-emergency': emergency,
  'review-emergency': emergency,
  'prepare-publication': publications,
  'withdraw-publication': publications,
  'settle-publication': publications,
  'publish-by-hand': publications,
};

/** What may still be said when an incident is over: corrections, answers, proofs, and its reopening. */
const AFTER_THE_END: readonly IncidentCommandType[] = [
  'reopen',
  'write-entry',
  'correct-entry',
  'answer-question',
  'attach',
  'erase-attachment',
  'fulfil-clock',
  'keep-update',
  'finish-step',
  'link',
  'unlink',
  // Words go on after the storm: the closing statement, corrections, what is still unknown or unreviewed.
  'draft-statement',
  'revise-statement',
  'write-variant',
  'drop-variant',
  'comment-wording',
  'settle-comment',
  'drop-statement',
  'ask-approval',
  'approve-wording',
  'return-wording',
  'reject-wording',
  'recall-wording',
  'bar-from-approving',
  'lift-bar',
  'release-in-emergency',
  'review-emergency',
  'prepare-publication',
  'withdraw-publication',
  'settle-publication',
  'publish-by-hand',
];

/**
 * The one place where an incident says yes or no to a person: answers the events that become true, or refuses with a
 * `DomainError` that says why, and who was first. The button asks it, and the server asks it again.
 */
export function decideIncident(
  incident: Incident,
  command: IncidentCommand,
  context: DecideContext,
): readonly IncidentEvent[] {
  // The law does not end with an incident: what has to be erased is erased in a merged one too.
  if (incident.state === 'merged' && command.type !== 'erase-attachment') {
    throw new DomainError('incident-over', { into: incident.mergedInto?.number ?? null });
  }
  if (incident.state === 'all-clear' && !AFTER_THE_END.includes(command.type)) {
    throw new DomainError('incident-over', { into: null });
  }
  const events = BY_TYPE[command.type](incident, command, context);
  // A seat, a question or a hand-over gives nobody the right to write that the house did not give. Asked last: what
  // else is in the way says more.
  requireIncidentRight(incident, context.actor, 'incident.write');
  return events;
}
