import type { PersonRef } from '../alert.js';
import { MINUTE_MS } from '../clock.js';
import type { CrisisRole } from '../crisis-role.js';
import { axesOf } from '../incident/evolve-approvals.js';
import type { Incident } from '../incident/incident.js';
import type { ApprovalRule, ApprovalStage } from '../playbook/approval-chain.js';
import { NEXT_RUNG } from './approver-roles.js';
import { countingApprovals, textOf, voidedApprovals } from './counting-approvals.js';
import { requiredRule } from './required-rule.js';
import type { Approval, Statement, Variant } from './statement.js';

/** `later`: an earlier stage is not through. `spared`: enough others of the stage have said yes. */
export type PlaceTurn = 'later' | 'holder' | 'deputy' | 'next-rung' | 'given' | 'spared';

/** One yes a text needs. Times are ISO, null before its stage is open. */
export interface ApprovalPlace {
  readonly stage: number;
  readonly role: CrisisRole;
  readonly opens: string | null;
  /** When the deputy may answer too; earlier when the holder has said "not reachable". */
  readonly deputyAt: string | null;
  /** When the box is over and the next rung may answer too. */
  readonly endsAt: string | null;
  /** Who sits in the seat; null: anybody who holds the role. */
  readonly holder: PersonRef | null;
  readonly deputy: PersonRef | null;
  readonly nextRung: CrisisRole | null;
  readonly nextHolder: PersonRef | null;
  readonly turn: PlaceTurn;
  /** The people who are asked now, as far as seats name them. */
  readonly asked: readonly PersonRef[];
  readonly given: Approval | null;
}

export interface ApprovalStageState {
  readonly index: number;
  /** So many yes-words are enough. */
  readonly needed: number;
  readonly opens: string | null;
  /** When the last of them was given. */
  readonly throughAt: string | null;
  readonly places: readonly ApprovalPlace[];
}

export type ApprovalPhase = 'draft' | 'waiting' | 'approved' | 'agreed' | 'refused' | 'dropped';

export interface ApprovalState {
  readonly phase: ApprovalPhase;
  /** Null: the chain knows nobody who could release this text. */
  readonly rule: ApprovalRule | null;
  readonly stages: readonly ApprovalStageState[];
  /** Yes-words that count no longer. */
  readonly voided: readonly Approval[];
}

/**
 * Where a text stands on its way to being released, at a moment (ISO). `agreedNow: false`: the agreed wording it came
 * from has run out or is another by now, and the text is judged like any other.
 */
export function approvalStateOf(
  incident: Incident,
  statement: Statement,
  variant: Variant,
  at: string,
  agreedNow = true,
): ApprovalState {
  const agreed = textOf(variant).agreed !== null && agreedNow;
  const axes = statement.strictest ?? axesOf(incident);
  const rule = requiredRule(statement.chain, axes, agreed);
  const stages = stagesOf(incident, statement, variant, rule, at);
  const voided = voidedApprovals(incident, statement, variant);
  return { phase: phaseOf(statement, variant, rule, stages), rule, stages, voided };
}

function phaseOf(
  statement: Statement,
  { dropped, refused, asked }: Variant,
  rule: ApprovalRule | null,
  stages: readonly ApprovalStageState[],
): ApprovalPhase {
  if (statement.dropped !== null || dropped !== null) return 'dropped';
  if (refused !== null && asked === null) return 'refused';
  if (rule?.stages.length === 0) return 'agreed';
  if (asked === null) return 'draft';
  const through = rule !== null && stages.every(({ throughAt }) => throughAt !== null);
  return through ? 'approved' : 'waiting';
}

function stagesOf(
  incident: Incident,
  statement: Statement,
  variant: Variant,
  rule: ApprovalRule | null,
  at: string,
): ApprovalStageState[] {
  const left = countingApprovals(incident, statement, variant);
  const { asked } = variant;
  let opens = asked === null ? null : later(asked.at, statement.strictest?.since ?? asked.at);
  return (rule?.stages ?? []).map((stage, index) => {
    const given = stage.roles.map((role) => takeFirst(left, role));
    const needed = Math.min(stage.quorum ?? stage.roles.length, stage.roles.length);
    const throughAt = throughWhen(given, needed);
    const boxes = { index, stage, opens, through: throughAt !== null };
    const state = {
      index,
      needed,
      opens,
      throughAt,
      places: stage.roles.map((role, place) =>
        placeOf(incident, boxes, role, given[place] ?? null, at),
      ),
    };
    opens = throughAt === null || opens === null ? null : later(opens, throughAt);
    return state;
  });
}

interface Box {
  readonly index: number;
  readonly stage: ApprovalStage;
  readonly opens: string | null;
  readonly through: boolean;
}

function placeOf(
  incident: Incident,
  { index, stage, opens, through }: Box,
  role: CrisisRole,
  given: Approval | null,
  at: string,
): ApprovalPlace {
  const seat = incident.seats[role];
  const holder = seat?.person ?? null;
  const deputy = seat?.deputy ?? null;
  const nextRung = NEXT_RUNG[role];
  const nextHolder = nextRung === null ? null : (incident.seats[nextRung]?.person ?? null);
  const endsAt = opens === null ? null : plus(opens, stage.minutes);
  const deputyAt = opens === null ? null : deputyTime(incident, stage, opens, holder);
  const turn = (): PlaceTurn => {
    if (given !== null) return 'given';
    if (through) return 'spared';
    if (deputyAt === null || endsAt === null) return 'later';
    if (at >= endsAt) return 'next-rung';
    return at >= deputyAt ? 'deputy' : 'holder';
  };
  const whose = turn();
  const asked = [
    ...(isOpen(whose) ? [holder] : []),
    ...(whose === 'deputy' || whose === 'next-rung' ? [deputy] : []),
    ...(whose === 'next-rung' ? [nextHolder] : []),
  ].flatMap((person) => (person === null ? [] : [person]));
  return {
    stage: index,
    ...{ role, opens, deputyAt, endsAt, holder, deputy, nextRung, nextHolder },
    ...{ turn: whose, asked, given },
  };
}

/** Does this place wait for somebody now? */
export function isOpen(turn: PlaceTurn): boolean {
  return turn === 'holder' || turn === 'deputy' || turn === 'next-rung';
}

function deputyTime(
  { reachability }: Incident,
  stage: ApprovalStage,
  opens: string,
  holder: PersonRef | null,
): string {
  const usual = plus(opens, Math.min(stage.deputyAfterMinutes, stage.minutes));
  const said = holder === null ? undefined : reachability[holder.id];
  if (said === undefined || said.reachable) return usual;
  const away = later(opens, said.at);
  return away < usual ? away : usual;
}

/** The first yes for this role that fills no place yet. */
function takeFirst(left: Approval[], role: CrisisRole): Approval | null {
  const found = left.findIndex((one) => one.role === role);
  return found < 0 ? null : (left.splice(found, 1)[0] ?? null);
}

function throughWhen(given: readonly (Approval | null)[], needed: number): string | null {
  const times = given.flatMap((one) => (one === null ? [] : [one.at])).sort();
  return times[needed - 1] ?? null;
}

function plus(iso: string, minutes: number): string {
  return new Date(Date.parse(iso) + minutes * MINUTE_MS).toISOString();
}

/** ISO instants of one form compare like the instants. */
function later(one: string, other: string): string {
  return one > other ? one : other;
}
