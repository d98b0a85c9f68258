import { fastifyCookie } from '@fastify/cookie';

const NAME = 'sturmwarte';
/** Browsers accept the prefix only from https, for this host and the whole of it. */
const SECURE_NAME = `__Host-${NAME}`;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The session token in a `Cookie` header, if it can be one. */
export function sessionTokenIn(cookieHeader: string | undefined): string | null {
  if (cookieHeader === undefined) return null;
  const cookies = fastifyCookie.parse(cookieHeader);
  const token = cookies[SECURE_NAME] ?? cookies[NAME];
  return token !== undefined && TOKEN.test(token) ? token : null;
}

/** `Set-Cookie` for a new session; `null` removes it. A session cookie: the database decides when it ends. */
export function sessionCookie(token: string | null, secure: boolean): string {
  return fastifyCookie.serialize(secure ? SECURE_NAME : NAME, token ?? '', {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure,
    ...(token === null ? { expires: new Date(0) } : {}),
  });
}
