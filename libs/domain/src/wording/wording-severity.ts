/** `block`: may not go before a chain. `warn`: somebody must look at it. `hint`: worth a thought. */
export const WORDING_SEVERITIES = ['block', 'warn', 'hint'] as const;
export type WordingSeverity = (typeof WORDING_SEVERITIES)[number];
