import type { Playbook } from '../playbook/playbook.js';
import type { ExitCheck, ExitCriterion } from '../playbook/exit-criterion.js';
import type { Incident, PlaybookRun } from './incident.js';

const HOUR_MS = 3_600_000;

/** `ask`: only a person can say. `out`: does not concern this storm. */
export type ExitState = 'met' | 'unmet' | 'ask';

export interface ExitStanding {
  /** `run:criterion`; of an incident without a playbook `house:criterion`. */
  readonly key: string;
  /** Null for the house's own, which hold for every incident. */
  readonly criterion: ExitCriterion | null;
  readonly check: ExitCheck;
  readonly state: ExitState;
}

/** What must hold for every incident, with or without a playbook: no storm, no open clock, no open promise. */
const HOUSE_CHECKS: readonly (readonly [string, ExitCheck])[] = [
  ['calm', { kind: 'calm', level: 2, hours: 12, peakFrom: null, peakBelow: 5 }],
  ['calm-after-storm', { kind: 'calm', level: 1, hours: 24, peakFrom: 5, peakBelow: null }],
  ['clocks', { kind: 'clocks' }],
  ['promises', { kind: 'promises' }],
  ['handover', { kind: 'handover' }],
];

/** Where every exit criterion of the running playbooks stands at an instant (ISO); criteria that do not apply are left out. */
export function exitCriteria(
  incident: Incident,
  playbooks: ReadonlyMap<string, Playbook>,
  at: string,
): ExitStanding[] {
  const runs = incident.runs.filter(({ stopped }) => stopped === null);
  const own = runs.flatMap((run) =>
    (playbooks.get(run.playbook.hash)?.exit ?? []).flatMap((criterion) => {
      const state = stateOf(criterion.check, incident, run, at);
      if (state === 'out') return [];
      return [{ key: `${run.id}:${criterion.id}`, criterion, check: criterion.check, state }];
    }),
  );
  const words = wordsCheck(incident);
  if (own.length > 0) return [...own, ...words];
  const house = HOUSE_CHECKS.flatMap(([id, check]) => {
    const state = stateOf(check, incident, null, at);
    return state === 'out' ? [] : [{ key: `house:${id}`, criterion: null, check, state }];
  });
  return [...house, ...words];
}

/** Of every incident that has said something, whatever its playbook asks. */
function wordsCheck({ publications, emergencies }: Incident): ExitStanding[] {
  if (publications.length === 0 && emergencies.length === 0) return [];
  const settled =
    publications.every(({ state }) => state !== 'sending' && state !== 'unknown') &&
    emergencies.every(({ review }) => review !== null);
  return [{ key: 'house:words', criterion: null, check: { kind: 'words' }, state: met(settled) }];
}

function stateOf(
  check: ExitCheck,
  incident: Incident,
  run: PlaybookRun | null,
  at: string,
): ExitState | 'out' {
  switch (check.kind) {
    case 'calm': {
      const { peak, calmSince } = incident.level;
      if (check.peakFrom !== null && peak < check.peakFrom) return 'out';
      if (check.peakBelow !== null && peak >= check.peakBelow) return 'out';
      const since = calmSince[check.level] ?? null;
      if (since === null) return 'unmet';
      return met(Date.parse(at) - Date.parse(since) >= check.hours * HOUR_MS);
    }
    case 'clocks':
      return met(
        incident.legalClocks.every(
          ({ standing, stages }) =>
            standing === 'not-applicable' ||
            (standing === 'running' && stages.every(({ fulfilled }) => fulfilled !== null)),
        ),
      );
    case 'promises':
      return met(incident.promises.every(({ kept }) => kept !== null));
    case 'handover':
      return met(incident.handOvers.every(({ state }) => state !== 'offered'));
    case 'step': {
      const standing = run?.steps[check.step]?.standing;
      return met(standing === 'done' || standing === 'skipped');
    }
    case 'words': // asked beside the playbook, by `wordsCheck`
      return 'out';
    case 'answered':
    case 'confirm':
      return 'ask';
  }
}

function met(holds: boolean): ExitState {
  return holds ? 'met' : 'unmet';
}
