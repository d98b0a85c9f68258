/** Did the database refuse because of this constraint? Anything else is not ours to explain. */
export function violates(error: unknown, constraint: string): boolean {
  const { code, constraint: named } = (error as { driverError?: unknown }).driverError
    ? (error as { driverError: { code?: string; constraint?: string } }).driverError
    : (error as { code?: string; constraint?: string });
  return (code === '23505' || code === '23503') && named === constraint;
}
