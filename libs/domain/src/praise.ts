/**
 * A wave of support: far more people than usual speak, in a better tone than usual. It is told apart from a storm, and
 * calls nobody.
 */
export interface Praise {
  /** ISO, by the space's clock. */
  readonly since: string;
  /** Mentions of the last hour, and how many are usual in an hour of this topic. */
  readonly mentions: number;
  readonly usualMentions: number;
  /** Clearly positive mentions among those listened to, 0 to 1, now and usually. */
  readonly share: number;
  readonly usualShare: number;
}
