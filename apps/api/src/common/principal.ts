import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Language } from '@sturmwarte/contracts';
import type { Grant, Source } from '@sturmwarte/domain';
import type { FastifyRequest } from 'fastify';

/** Who is asking: the person behind a session, with what they hold at this moment. */
export interface Principal {
  readonly personId: number;
  readonly name: string;
  readonly language: Language;
  readonly grants: readonly Grant[];
  readonly sessionId: number;
}

/** The source behind a bearer token. */
export type SourceRow = Source;

/** What the guard found out about a request before its handler runs. */
export interface Caller {
  principal?: Principal;
  csrf?: string;
  source?: SourceRow;
}
const callers = new WeakMap<object, Caller>();

export function callerOf(request: FastifyRequest): Caller {
  let caller = callers.get(request);
  if (!caller) callers.set(request, (caller = {}));
  return caller;
}

/** The signed-in person; only on routes marked `@Allow` or `@SignedIn`. */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext) =>
  found(callerOf(context.switchToHttp().getRequest()).principal),
);

/** The sending source; only on routes marked `@SourceToken`. */
export const CurrentSource = createParamDecorator((_: unknown, context: ExecutionContext) =>
  found(callerOf(context.switchToHttp().getRequest()).source),
);

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the route marker does not provide this caller');
  return value;
}
