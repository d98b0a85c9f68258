import { Injectable, RequestMethod, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { markersOf, type RouteMarker } from './route-marker.js';

export interface CatalogRoute {
  readonly method: string;
  /** With `:parameters`, as registered. */
  readonly path: string;
  readonly handler: string;
  readonly marker: RouteMarker;
}

/** Every HTTP route with its marker. Throws at start when a route has none, or more than one. */
@Injectable()
export class RouteCatalog implements OnModuleInit {
  private found: readonly CatalogRoute[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const routes: CatalogRoute[] = [];
    const faults: string[] = [];
    for (const { instance, metatype } of this.discovery.getControllers()) {
      const prototype = Object.getPrototypeOf(instance) as object;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const handler = (prototype as Record<string, object>)[name] as object;
        const paths = Reflect.getMetadata(PATH_METADATA, handler) as string | string[] | undefined;
        if (paths === undefined) continue;
        const label = `${(metatype as { name: string }).name}.${name}`;
        const [marker, ...more] = markersOf(handler);
        if (!marker || more.length > 0) {
          faults.push(`${label} carries ${marker ? 'more than one marker' : 'no marker'}`);
          continue;
        }
        const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? '';
        const base = Reflect.getMetadata(PATH_METADATA, metatype as object) as string;
        for (const path of [paths].flat()) {
          routes.push({ method, path: joined(base, path), handler: label, marker });
        }
      }
    }
    if (faults.length > 0) {
      throw new Error(
        `every route needs exactly one of @Allow, @SignedIn, @SourceToken, @Public: ${faults.join('; ')}`,
      );
    }
    this.found = routes;
  }

  routes(): readonly CatalogRoute[] {
    return this.found;
  }
}

function joined(...parts: string[]): string {
  const path = parts.flatMap((part) => part.split('/')).filter((part) => part !== '');
  return `/${path.join('/')}`;
}
