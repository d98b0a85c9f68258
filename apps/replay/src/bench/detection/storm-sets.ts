/** Ordinary weeks of brands, and the same weeks with storms added. `make`: what the kit is told. */
export interface StormSet {
  readonly name: string;
  readonly says: string;
  readonly make: readonly string[];
  /** Recall and share alerted before 5 % of the storm's negatives that are wanted at 0.2 false alarms. */
  readonly goal: { readonly recall: number; readonly by5: number | null };
}

export const STORM_SETS: readonly StormSet[] = [
  {
    name: 'real',
    says: 'curves of real crises',
    make: ['--set', 'real'],
    goal: { recall: 0.92, by5: 0.55 },
  },
  {
    name: 'synthetic',
    says: 'self-exciting storms',
    make: ['--set', 'synthetic'],
    goal: { recall: 0.97, by5: 0.5 },
  },
  {
    name: 'chronic',
    says: 'a brand with 60 % negative mentions on any day',
    make: ['--set', 'chronic'],
    goal: { recall: 0.85, by5: 0.4 },
  },
  {
    name: 'half',
    says: 'storms only half of which is negative',
    make: ['--set', 'real', '--storm-negativity', '0.5'],
    goal: { recall: 0.85, by5: null },
  },
  {
    name: 'weak',
    says: 'a weak classifier: finds 60 %, wrong on 20 % of the rest',
    make: ['--set', 'real', '--tpr', '0.6', '--fpr', '0.2'],
    goal: { recall: 0.85, by5: null },
  },
];
