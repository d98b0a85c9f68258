import { Inject, type OnModuleDestroy } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
  type OnGatewayInit,
} from '@nestjs/websockets';
import type { Bus } from '@sturmwarte/bus';
import type { IntakeReceipt, Reply } from '@sturmwarte/contracts';
import { DomainError } from '@sturmwarte/domain';
import type { Logger } from 'pino';
import type { Subscription } from 'rxjs';
import type { Namespace, Socket } from 'socket.io';
import { z } from 'zod';
import { answered } from '../common/socket.js';
import type { SourceRow } from '../common/principal.js';
import { SourceTokens } from '../common/source-tokens.js';
import { BUS, LOG } from '../common/tokens.js';
import { IntakeService } from './intake.service.js';

/** Messages of one socket that may wait for their commit at once. */
const IN_FLIGHT = 8;

interface Sender {
  token: string;
  source: SourceRow;
  inFlight: number;
}

/** Acknowledged pushes: `auth.token` at the handshake, then `mentions` with one object or an array of them. */
@WebSocketGateway({ namespace: 'intake' })
export class IntakeGateway implements OnGatewayInit, OnModuleDestroy {
  @WebSocketServer() private readonly namespace!: Namespace;
  private readonly senders = new WeakMap<Socket, Sender>();
  private subscription: Subscription | undefined;

  constructor(
    private readonly intake: IntakeService,
    private readonly tokens: SourceTokens,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  afterInit(namespace: Namespace): void {
    namespace.use((socket, next) => {
      this.admit(socket).then(
        () => next(),
        (error: unknown) => next(refusalOf(error)),
      );
    });
    this.subscription = this.bus
      .on('sources.changed')
      .subscribe(({ sourceIds }) => void this.checkAgain(sourceIds));
  }

  onModuleDestroy(): void {
    this.subscription?.unsubscribe();
  }

  /** Answered after the commit: `{ok: true, data: IntakeReceipt}`, or why not. */
  @SubscribeMessage('mentions')
  async take(
    @ConnectedSocket() socket: Socket,
    @MessageBody() message: unknown,
  ): Promise<Reply<IntakeReceipt>> {
    return answered(this.log, z.unknown(), message, async (body) => {
      const sender = this.senders.get(socket);
      if (sender === undefined) throw new DomainError('token-unknown');
      if (sender.inFlight >= IN_FLIGHT)
        throw new DomainError('queue-full', { retryAfterSeconds: 1 });
      sender.inFlight++;
      try {
        return await this.intake.takeItems(Array.isArray(body) ? body : [body], sender.source);
      } finally {
        sender.inFlight--;
      }
    });
  }

  private async admit(socket: Socket): Promise<void> {
    const { token } = socket.handshake.auth as { token?: unknown };
    if (typeof token !== 'string') throw new DomainError('token-unknown');
    const source = await this.tokens.resolve(token);
    this.senders.set(socket, { token, source, inFlight: 0 });
  }

  /** A source was paused, changed or lost its token. */
  private async checkAgain(sourceIds: readonly number[]): Promise<void> {
    for (const socket of this.namespace.sockets.values()) {
      const sender = this.senders.get(socket);
      if (sender === undefined || !sourceIds.includes(sender.source.id)) continue;
      try {
        sender.source = await this.tokens.resolve(sender.token);
      } catch {
        socket.disconnect(true);
      }
    }
  }
}

/** What `connect_error` carries: the code as message, its facts as data. */
function refusalOf(error: unknown): Error {
  const refusal = error instanceof DomainError ? error : new DomainError('unavailable');
  return Object.assign(new Error(refusal.code), {
    data: { code: refusal.code, params: refusal.params },
  });
}
