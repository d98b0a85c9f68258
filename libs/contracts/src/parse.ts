import { DomainError } from '@sturmwarte/domain';
import { z } from 'zod';

/**
 * The one door for everything from outside: HTTP, socket, environment, files.
 * Throws `invalid-input` naming the first offending field and what it wanted.
 */
export function parse<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const result = schema.safeParse(input);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new DomainError('invalid-input', {
      field: issue ? issue.path.map(String).join('.') : '',
      problem: issue?.code ?? 'custom',
      detail: (issue?.message ?? '').slice(0, 200),
    });
  }
  // What is passed on unread is checked by its reader.
  const field = schema instanceof z.ZodUnknown ? null : unstorable(result.data, '');
  if (field !== null) {
    const detail = 'Invalid characters';
    throw new DomainError('invalid-input', { field, problem: 'custom', detail });
  }
  return result.data;
}

/** Where a text holds what no database takes: a zero character, or half of a pair. */
function unstorable(value: unknown, field: string): string | null {
  if (typeof value === 'string') {
    return value.includes('\0') || /\p{Surrogate}/u.test(value) ? field : null;
  }
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = unstorable(inner, field === '' ? key : `${field}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
