import { DomainError } from '@sturmwarte/domain';
import { parseQuery } from '@sturmwarte/text';

/** Refuses a query with a mistake, naming the first one and its place. */
export function requireQuery(query: string): void {
  const parsed = parseQuery(query);
  if (parsed.ok) return;
  const [first] = parsed.errors;
  throw new DomainError('query-invalid', {
    code: first?.code ?? 'empty',
    position: first?.position ?? 0,
    length: first?.length ?? 0,
  });
}
