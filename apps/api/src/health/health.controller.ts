import { timingSafeEqual } from 'node:crypto';
import { Controller, Get, Inject, Req, Res, type OnModuleInit } from '@nestjs/common';
import type { Config } from '@sturmwarte/config';
import { DomainError } from '@sturmwarte/domain';
import type { Database } from '@sturmwarte/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HealthIndicators } from '../common/health-indicators.js';
import { Metrics } from '../common/metrics.js';
import { Public } from '../common/route-marker.js';
import { bearerToken } from '../common/source-tokens.js';
import { tokenHash } from '../common/token-hash.js';
import { CONFIG, DATABASE } from '../common/tokens.js';

const DATABASE_ANSWERS_MS = 2_000;
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

@Controller()
export class HealthController implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly db: Database,
    private readonly indicators: HealthIndicators,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.indicators.register('database', async () => {
      await this.db.ping(DATABASE_ANSWERS_MS);
      return null;
    });
    this.indicators.register('migrations', async () =>
      (await this.db.isMigrated()) ? null : 'the schema is not up to date',
    );
  }

  /** The process runs and answers; says nothing about the database. */
  @Get('health/live')
  @Public()
  live(): { readonly live: true } {
    return { live: true };
  }

  /** May traffic come here? 503 while anything is wrong, with its name. */
  @Get('health/ready')
  @Public()
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const report = await this.indicators.report();
    await reply.status(report.ready ? 200 : 503).send(report);
  }

  /** This machine, or a collector with METRICS_TOKEN. */
  @Get('metrics')
  @Public()
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!this.mayRead(request)) throw new DomainError('not-found');
    const { registry } = this.metrics;
    await reply.type(registry.contentType).send(await registry.metrics());
  }

  private mayRead(request: FastifyRequest): boolean {
    const { metricsToken } = this.config;
    if (metricsToken === null) return this.fromThisMachine(request);
    const sent = bearerToken(request.headers.authorization);
    return sent !== undefined && timingSafeEqual(tokenHash(sent), tokenHash(metricsToken));
  }

  /** A proxy on this machine is not this machine: whatever was forwarded came from elsewhere. */
  private fromThisMachine(request: FastifyRequest): boolean {
    const forwarded = ['x-forwarded-for', 'forwarded', 'via'].some(
      (name) => name in request.headers,
    );
    return !forwarded && LOOPBACK.test(request.socket.remoteAddress ?? '');
  }
}
