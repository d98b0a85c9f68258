/** Where to go after signing in: only a path of our own, for an address may be prepared by a stranger. */
export function ownPath(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/';
}
