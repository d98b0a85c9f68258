import type { Text } from '@sturmwarte/domain';

/** Every kind of mistake a playbook file can have. A warning keeps nobody from using it. */
export const MISTAKES = {
  // the file
  'not-yaml': 'error',
  'too-large': 'error',
  'duplicate-key': 'error',
  'unquoted-comma': 'error',
  // its shape
  'unknown-key': 'error',
  'missing-key': 'error',
  'wrong-type': 'error',
  'wrong-value': 'error',
  'too-long': 'error',
  'too-short': 'error',
  'bad-id': 'error',
  'bad-key': 'error',
  'bad-date': 'error',
  'bad-duration': 'error',
  'bad-gate': 'error',
  'wrong-level': 'error',
  'version-not-number': 'error',
  'missing-language': 'error',
  'text-in-one-language': 'error',
  // what it speaks of
  'unknown-role': 'error',
  'unknown-include': 'error',
  'unknown-step': 'error',
  'unknown-option': 'error',
  'unknown-template': 'error',
  'unknown-clock': 'error',
  'clock-not-listed': 'error',
  'unknown-phase': 'error',
  'unknown-promise': 'error',
  'not-a-decision': 'error',
  'duplicate-id': 'error',
  'phase-without-title': 'error',
  'choices-mismatch': 'error',
  // how it hangs together
  'wind-upside-down': 'error',
  'impact-upside-down': 'error',
  'decision-without-options': 'error',
  'approval-without-draft': 'error',
  'gate-cycle': 'error',
  'due-cycle': 'error',
  'dead-branch': 'error',
  'due-before-gate': 'error',
  'due-after-promise': 'error',
  'approval-missing': 'error',
  'quorum-beyond-roles': 'error',
  // its texts
  'variable-unfilled': 'error',
  'variable-in-one-language': 'error',
  'text-beyond-limit': 'error',
  'banned-wording': 'error',
  // worth a look
  'review-past': 'warning',
  'strategies-mixed': 'warning',
  'template-unused': 'warning',
  'input-in-two-types': 'error',
} as const satisfies Record<string, 'error' | 'warning'>;
export type MistakeCode = keyof typeof MISTAKES;
export type MistakeParams = Readonly<Record<string, string | number>>;

/** A mistake and where it stands; lines and columns count from 1. */
export interface Mistake {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  readonly code: MistakeCode;
  readonly params: MistakeParams;
  readonly sentence: Text;
}

export function isMistakeCode(value: string): value is MistakeCode {
  return Object.hasOwn(MISTAKES, value);
}
