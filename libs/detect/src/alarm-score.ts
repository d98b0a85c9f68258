/** The score at which an alarm begins; a point more is about ten times rarer. */
export const ALARM_SCORE = 3;
