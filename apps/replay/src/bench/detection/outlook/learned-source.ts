import type { OutlookTable } from '@sturmwarte/detect';

/** The file of the detector that holds the table, as the learning writes it. */
export function learnedSource(
  table: OutlookTable,
  sets: readonly string[],
  seeds: readonly number[],
): string {
  const figures = JSON.stringify(table, (_key, value: unknown) =>
    typeof value === 'number' ? Number(value.toFixed(3)) : value,
  );
  return `import type { OutlookTable } from './outlook-table.js';

/**
 * Written by \`npm run bench:detection -- --learn-outlook FILE\`, then formatted; nothing here is set by hand. Learned
 * from the storms of the sets ${sets.join(', ')}, seeds ${seeds.join(', ')}, at the alarm and later. See ADR 15.
 */
export const LEARNED: OutlookTable = ${figures};
`;
}
