import { DomainError } from '@sturmwarte/domain';
import type { z } from 'zod';

/**
 * The one door for everything from outside: HTTP, socket, environment, files.
 * Throws `invalid-input` naming the first offending field and what it wanted.
 */
export function parse<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new DomainError('invalid-input', {
    field: issue ? issue.path.map(String).join('.') : '',
    problem: issue?.code ?? 'custom',
    detail: (issue?.message ?? '').slice(0, 200),
  });
}
