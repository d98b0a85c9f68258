import type { Sensitivity } from '@sturmwarte/domain';

/** Compared with unless somebody chooses. */
export const BESIDE: Readonly<Record<Sensitivity, Sensitivity>> = {
  quiet: 'standard',
  standard: 'sensitive',
  sensitive: 'standard',
};
