import { SetMetadata } from '@nestjs/common';
import type { Right } from '@sturmwarte/domain';

/** Who may call a route. Every route carries exactly one; the server does not start otherwise. */
export type RouteMarker =
  | { readonly kind: 'allow'; readonly right: Right }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'source-token' }
  | { readonly kind: 'public' };

export const ROUTE_MARKERS = 'sturmwarte:route-markers';

/** People who hold the right for at least one brand; the service checks the brand of the thing (`requireRight`). */
export const Allow = (right: Right): MethodDecorator => mark({ kind: 'allow', right });
/** Anybody with a session. */
export const SignedIn = (): MethodDecorator => mark({ kind: 'signed-in' });
/** A source with its bearer token; no cookie, hence no CSRF check. */
export const SourceToken = (): MethodDecorator => mark({ kind: 'source-token' });
/** Anybody at all. */
export const Public = (): MethodDecorator => mark({ kind: 'public' });

/** Markers add up, so that a route with two of them can be told from one that was overwritten. */
function mark(marker: RouteMarker): MethodDecorator {
  return (target, key, descriptor: PropertyDescriptor) => {
    SetMetadata(ROUTE_MARKERS, [...markersOf(descriptor.value as object), marker])(
      target,
      key,
      descriptor,
    );
  };
}

export function markersOf(handler: object): readonly RouteMarker[] {
  return (Reflect.getMetadata(ROUTE_MARKERS, handler) as RouteMarker[] | undefined) ?? [];
}
