const NAME = 'sturmwarte';
/** Browsers accept the prefix only from https, for this host and the whole of it. */
const SECURE_NAME = `__Host-${NAME}`;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The session token in a `Cookie` header, if it can be one. */
export function sessionTokenIn(cookieHeader: string | undefined): string | null {
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim());
  for (const name of [SECURE_NAME, NAME]) {
    const token = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
    if (token !== undefined && TOKEN.test(token)) return token;
  }
  return null;
}

/** `Set-Cookie` for a new session; `null` removes it. It has no end of its own: the database decides. */
export function sessionCookie(token: string | null, secure: boolean): string {
  return [
    `${secure ? SECURE_NAME : NAME}=${token ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    ...(secure ? ['Secure'] : []),
    ...(token === null ? ['Max-Age=0'] : []),
  ].join('; ');
}
