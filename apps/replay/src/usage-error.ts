/** A mistake of the person at the keyboard: printed as one sentence, without a stack. */
export class UsageError extends Error {}
