/**
 * Where mentions live. The live space is one and never ends. A replay or a drill has a space and a clock of its own,
 * is excluded from real figures, and nothing of it ever leaves.
 */
export const SPACE_KINDS = ['live', 'replay', 'drill'] as const;
export type SpaceKind = (typeof SPACE_KINDS)[number];
export const LIVE_SPACE_ID = 1;

export interface Space {
  readonly id: number;
  readonly kind: SpaceKind;
  readonly brandId: number | null;
  readonly name: string;
  /** The space's own time, pushed forward by its player; null in the live space, whose clock is the server's. */
  readonly now: string | null;
  readonly endedAt: string | null;
}
