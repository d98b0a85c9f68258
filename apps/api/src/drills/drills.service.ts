import type { AddressInfo } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { SpaceCreated } from '@sturmwarte/contracts';
import type { Clock } from '@sturmwarte/domain';
import type { Principal } from '../common/principal.js';
import { requireRight } from '../common/require-right.js';
import { SpaceFounder } from '../common/space-founder.js';
import { CLOCK } from '../common/tokens.js';
import { readDemoStorm } from './demo-scenario.js';
import { DrillPlayers } from './drill-players.js';

export type DrillStarted = Omit<SpaceCreated, 'token'>;

/** The bundled demo storm, played through the real intake into a drill of its own. */
@Injectable()
export class DrillsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly founder: SpaceFounder,
    private readonly players: DrillPlayers,
    private readonly http: HttpAdapterHost,
  ) {}

  async startDemo(principal: Principal, brandId: number): Promise<DrillStarted> {
    requireRight(principal, 'drill.run', brandId);
    return this.play(principal, brandId);
  }

  /** `principal`: who wanted it, null for the house itself. Refuses `drill-running`. */
  async play(principal: Principal | null, brandId: number): Promise<DrillStarted> {
    const { space, sourceId } = await this.players.start(brandId, async () => {
      const { title: name, topics, startsAt, day } = await readDemoStorm(this.clock.now());
      const values = { kind: 'drill' as const, brandId, name, topics, startsAt };
      const made = await this.founder.found(principal, values);
      return { ...made, spaceId: made.space.id, server: this.address(), day };
    });
    return { space, sourceId };
  }

  /** Where this server listens, for a neighbour on the same machine. */
  private address(): string {
    const server = this.http.httpAdapter.getHttpServer() as { address(): AddressInfo };
    const { address, port, family } = server.address();
    const anywhere = address === '0.0.0.0' || address === '::';
    const host = anywhere ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address;
    return `http://${host}:${port}`;
  }
}
