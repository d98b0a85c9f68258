/**
 * Tragweite, set by people, beside the wind: A operational, B reputation or revenue, C people,
 * product safety, personal data, insider information, the board, minors, a regulator.
 */
export const IMPACTS = ['A', 'B', 'C'] as const;
export type Impact = (typeof IMPACTS)[number];

/** Is `impact` at least as grave as `from`? Not yet assessed (`null`) reaches nothing. */
export function reachesImpact(impact: Impact | null, from: Impact): boolean {
  return impact !== null && IMPACTS.indexOf(impact) >= IMPACTS.indexOf(from);
}
