/**
 * Variables of templates that the house fills by itself, with the characters each may take at most.
 * All others are inputs of steps.
 */
export const SYSTEM_VARIABLES: Readonly<Record<string, number>> = {
  brand: 30,
  topic: 40,
  initials: 4,
  today: 10,
  now: 5,
};
