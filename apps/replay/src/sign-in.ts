import type { BrandView, SessionView, SpaceCreate, SpaceCreated } from '@sturmwarte/contracts';
import { request, type Answer, type RequestOptions } from './request.js';
import { refusal } from './send.js';
import { UsageError } from './usage-error.js';

export interface SpaceWish {
  readonly brand: string;
  readonly kind: SpaceCreate['kind'];
  readonly name: string;
  readonly topics: SpaceCreate['topics'];
  /** When the space's clock begins, ms. */
  readonly startsAtMs: number;
}

/** Signs in, makes the space and signs out again: what plays on is the token of its source. */
export async function createSpace(
  server: string,
  account: { readonly email: string; readonly password: string },
  wish: SpaceWish,
  options: RequestOptions,
): Promise<SpaceCreated> {
  const signedIn = await request(
    `${server}/api/v1/session`,
    json('POST', account, server),
    options,
  );
  const session = expect<SessionView>('Signing in', signedIn);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ');
  const headers = { cookie, 'x-sturmwarte-csrf': session.csrf };
  try {
    const listed = await request(`${server}/api/v1/brands`, { headers }, options);
    const brands = expect<BrandView[]>('The list of brands', listed);
    const brand = brands.find((one) => one.name.toLowerCase() === wish.brand.toLowerCase());
    if (brand === undefined) {
      const names = brands.map((one) => one.name).join(', ');
      throw new UsageError(`There is no brand ${wish.brand}; you see: ${names || 'none'}.`);
    }
    const body: SpaceCreate = {
      kind: wish.kind,
      brandId: brand.id,
      name: wish.name,
      startsAt: new Date(wish.startsAtMs).toISOString(),
      topics: wish.topics,
    };
    const made = await request(
      `${server}/api/v1/spaces`,
      json('POST', body, server, headers),
      options,
    );
    return expect<SpaceCreated>('The new space', made);
  } finally {
    await request(`${server}/api/v1/session`, json('DELETE', undefined, server, headers), options);
  }
}

function json(
  method: string,
  body: unknown,
  server: string,
  headers: Record<string, string> = {},
): RequestInit {
  const origin = new URL(server).origin;
  if (body === undefined) return { method, headers: { ...headers, origin } };
  return {
    method,
    headers: { ...headers, origin, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

function expect<T>(what: string, answer: Answer): T {
  if (answer.status >= 300) throw refusal(what, answer);
  return answer.body as T;
}
