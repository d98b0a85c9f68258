import { DomainError } from './errors.js';

const DISTINCT_MIN = 5;

/**
 * Refuses passwords that are long but guessed at once: the account's own address or name, or a few characters
 * over and over. Length itself is the contract's business; everything else may be chosen freely.
 */
export function checkPassword(
  password: string,
  known: { readonly email: string; readonly name: string },
): void {
  const plain = password.toLowerCase();
  const guesses = [known.email, known.email.split('@')[0] ?? '', known.name].map((guess) =>
    guess.trim().toLowerCase(),
  );
  const mostlyKnown = guesses.some(
    (guess) => guess.length >= 3 && plain.includes(guess) && plain.length - guess.length < 6,
  );
  if (mostlyKnown || new Set(plain).size < DISTINCT_MIN) throw new DomainError('password-too-weak');
}
