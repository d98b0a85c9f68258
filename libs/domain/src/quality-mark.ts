/**
 * Why a level is less sure than it looks. `sources-silent`: the picture is incomplete. `first-week`: nobody knows yet
 * what is usual. `thin`: so few mentions that one or two decide. `counts-only`: neither authors nor channels nor the
 * wording are known, the numbers alone decide.
 */
export const QUALITY_MARKS = ['sources-silent', 'first-week', 'thin', 'counts-only'] as const;
export type QualityMark = (typeof QUALITY_MARKS)[number];
