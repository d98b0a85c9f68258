import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Controller, Get, Post } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { RIGHTS, rolesWith, ROLES, type Right, type Role } from '@sturmwarte/domain';
import { startTestApp, type TestApp, type TestVisitor } from '../testing/index.js';
import { RouteCatalog, type CatalogRoute } from './route-catalog.js';
import { Public, SignedIn } from './route-marker.js';

// Some hundred requests, on a machine that may be busy.
jest.setTimeout(120_000);

@Controller('open')
class ForgottenController {
  @Get('one')
  @Public()
  marked(): void {
    return;
  }

  @Get('two')
  unmarked(): void {
    return;
  }
}

@Controller('both')
class UndecidedController {
  @Post()
  @SignedIn()
  @Public()
  twice(): void {
    return;
  }
}

const started = async (controller: new () => object) => {
  const testing = await Test.createTestingModule({
    imports: [DiscoveryModule],
    controllers: [controller],
    providers: [RouteCatalog],
  }).compile();
  return testing.init();
};

describe('a route', () => {
  it('without a marker keeps the server from starting, and is named', async () => {
    await expect(started(ForgottenController)).rejects.toThrow(
      'ForgottenController.unmarked carries no marker',
    );
  });

  it('with two markers as well', async () => {
    await expect(started(UndecidedController)).rejects.toThrow(
      'UndecidedController.twice carries more than one marker',
    );
  });
});

describe('every registered route', () => {
  let app: TestApp;
  let routes: readonly CatalogRoute[];
  const people = new Map<Role, TestVisitor>();

  beforeAll(async () => {
    app = await startTestApp();
    routes = app.nest.get(RouteCatalog).routes();
    for (const role of ROLES) people.set(role, await app.signedIn(role, [{ role, brandId: null }]));
  });
  afterAll(() => app.close());

  const call = (visitor: TestVisitor, { method, path }: CatalogRoute, headers = {}) =>
    visitor.send(
      method as 'GET',
      path.replace(/:\w+/g, '999999').replace('*', 'x'),
      method === 'GET' || method === 'DELETE' ? undefined : {},
      headers,
    );
  const codeOf = ({ body }: { readonly body: unknown }) => (body as { code?: string }).code;

  it('answers 401 to a stranger, unless it is public', async () => {
    const guarded = routes.filter(({ marker }) => marker.kind !== 'public');
    expect(guarded.length).toBeGreaterThan(10);
    for (const route of guarded) {
      const answer = await call(app.visitor(), route);
      const wanted = route.marker.kind === 'source-token' ? 'token-unknown' : 'not-signed-in';
      expect([route.method, route.path, answer.status, codeOf(answer)]).toEqual([
        route.method,
        route.path,
        401,
        wanted,
      ]);
    }
  });

  it('answers 403 to every role that lacks its right', async () => {
    for (const route of routes) {
      if (route.marker.kind !== 'allow') continue;
      const holders = rolesWith(route.marker.right);
      for (const role of ROLES.filter((each) => !holders.includes(each))) {
        const answer = await call(people.get(role) as TestVisitor, route);
        expect([route.path, role, answer.status, codeOf(answer)]).toEqual([
          route.path,
          role,
          403,
          'not-allowed',
        ]);
      }
    }
  });

  it('answers 403 to an administrator of one brand where the right is for the whole house', async () => {
    const houseWide: readonly Right[] = ['people.manage', 'brands.manage', 'audit.see'];
    await app.db.dataSource.query(`insert into brand (name) values ('Aurora')`);
    const visitor = await app.signedIn('brandadmin', [{ role: 'admin', brandId: 1 }]);
    for (const route of routes) {
      if (route.marker.kind !== 'allow' || !houseWide.includes(route.marker.right)) continue;
      expect((await call(visitor, route)).status).toBe(403);
    }
  });

  it('refuses changes from a foreign page, whoever is signed in', async () => {
    const admin = people.get('admin') as TestVisitor;
    const changes = routes.filter(
      ({ method, marker }) => method !== 'GET' && marker.kind !== 'source-token',
    );
    for (const route of changes) {
      for (const headers of [
        { origin: 'https://evil.example' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
      ]) {
        const answer = await call(admin, route, headers);
        expect([route.path, codeOf(answer)]).toEqual([route.path, 'bad-origin']);
      }
    }
  });

  it('refuses changes without the secret of the session', async () => {
    const admin = people.get('admin') as TestVisitor;
    for (const route of routes) {
      if (route.method === 'GET') continue;
      if (route.marker.kind !== 'allow' && route.marker.kind !== 'signed-in') continue;
      const answer = await call(admin, route, { 'x-sturmwarte-csrf': 'guessed' });
      expect([route.path, codeOf(answer)]).toEqual([route.path, 'bad-origin']);
    }
  });

  it('asks for rights that exist', () => {
    for (const { marker } of routes)
      if (marker.kind === 'allow') expect(RIGHTS).toContain(marker.right);
  });
});
