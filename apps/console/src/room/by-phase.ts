import type { Phase, Playbook, RunStep } from '@sturmwarte/domain';

/** The steps in force under their phases, in the playbook's order; phases in which nothing is asked are left out. */
export function byPhase(
  { phases }: Pick<Playbook, 'phases'>,
  steps: readonly RunStep[],
): readonly { readonly phase: Phase; readonly steps: readonly RunStep[] }[] {
  return phases
    .map((phase) => ({
      phase,
      steps: steps.filter(
        ({ step, standing }) =>
          standing === 'in-force' && phase.steps.some(({ id }) => id === step.id),
      ),
    }))
    .filter((one) => one.steps.length > 0);
}
