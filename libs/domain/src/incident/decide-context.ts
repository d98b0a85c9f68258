import type { LegalClockId } from '../clocks/legal-clock-id.js';
import type { CrisisRole } from '../crisis-role.js';
import { DomainError } from '../errors.js';
import type { Playbook } from '../playbook/playbook.js';
import type { Actor } from './actor.js';
import type { Stamp } from './incident.js';

/** What a decision may look at beside the incident. */
export interface DecideContext {
  /** ISO, by the clock of the incident's space. */
  readonly at: string;
  readonly actor: Actor;
  /**
   * The number of the newest entry the person had on screen. What was changed after it by somebody else is not
   * overwritten unseen: the command is refused with who and when.
   */
  readonly seen: number;
  /** The playbooks of the runs, by their hash, as they were when the runs began. */
  readonly playbooks: ReadonlyMap<string, Playbook>;
  /** Who may judge a legal clock. */
  readonly judgesOf: (clock: LegalClockId) => readonly CrisisRole[];
}

/** Refuses `changed-meanwhile` when somebody else set this after what the person saw. */
export function requireSeen(stamp: Stamp | null | undefined, { seen, actor }: DecideContext): void {
  if (stamp === null || stamp === undefined || stamp.seq <= seen) return;
  if (stamp.by?.id === actor.id) return;
  throw new DomainError('changed-meanwhile', { by: stamp.by?.name ?? null, at: stamp.at });
}

/** Refuses `reason-missing` for a reason that says nothing. */
export function requireReason(reason: string | null): void {
  if (reason === null || reason.trim() === '') throw new DomainError('reason-missing', {});
}
