import { Inject, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  type OnGatewayConnection,
  type OnGatewayInit,
} from '@nestjs/websockets';
import type { Bus } from '@sturmwarte/bus';
import {
  resumeSchema,
  watchSchema,
  type LiveMessage,
  type Reply,
  type Resumed,
} from '@sturmwarte/contracts';
import type { Clock } from '@sturmwarte/domain';
import { LiveLog, SpaceRepository, TopicRepository, type Database } from '@sturmwarte/store';
import type { Logger } from 'pino';
import type { Subscription } from 'rxjs';
import { requireRight } from '../common/require-right.js';
import { SessionService } from '../common/session.service.js';
import { answered } from '../common/socket.js';
import { BUS, CLOCK, DATABASE, LOG } from '../common/tokens.js';
import { LiveMetrics } from './live-metrics.js';
import { sendAlong } from './entries-along.js';
import { liveDoor } from './live-door.js';
import {
  maySeeStream,
  roomsOf,
  streamRooms,
  type LiveNamespace,
  type LiveSocket,
} from './live-socket.js';
import { PulseSender } from './pulse-sender.js';
import { cutOff, isClogged, type Backlog } from './socket-limits.js';
import { StreamPump } from './stream-pump.js';
import { watchMessages } from './watch-messages.js';

const PULSE_MS = 250;
const BEAT_MS = 1_000;
/** The log is read even when nobody hints: another node may have written. */
const TAIL_MS = 2_000;
/** Sessions run out by themselves: open sockets are looked at this often. */
const RECHECK_MS = 60_000;
const PRUNE_MS = 3_600_000;
const KEEP_MS = 7 * 86_400_000;

/** The one socket to the consoles. The numbered log is the truth, this only carries it. */
@WebSocketGateway({ namespace: '/live' })
export class LiveGateway
  implements OnGatewayInit, OnGatewayConnection, OnModuleInit, OnModuleDestroy
{
  private namespace!: LiveNamespace;
  private readonly log: LiveLog;
  private readonly spaces: SpaceRepository;
  private readonly pump: StreamPump;
  private readonly pulses: PulseSender;
  private readonly subscriptions: Subscription[] = [];
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly logger: Logger,
    private readonly sessions: SessionService,
    private readonly metrics: LiveMetrics,
  ) {
    this.log = new LiveLog(db);
    this.spaces = new SpaceRepository(db);
    this.pump = new StreamPump(this.log, (message) => this.broadcast(message));
    this.pulses = new PulseSender(new TopicRepository(db), clock);
    metrics.watch(() => this.open());
  }

  afterInit(namespace: LiveNamespace): void {
    this.namespace = namespace;
    namespace.use(liveDoor(namespace, this.sessions, this.clock));
  }

  /** Before the server listens: whoever comes later finds the streams where they stand. */
  async onModuleInit(): Promise<void> {
    await this.pump.start();
    this.listen();
    this.every(PULSE_MS, () => this.pulses.flush(this.namespace));
    this.every(TAIL_MS, () => this.pump.catchUp());
    this.every(RECHECK_MS, () => this.recheck(() => true));
    this.every(PRUNE_MS, () => this.log.prune(new Date(this.clock.now() - KEEP_MS)));
    this.every(BEAT_MS, () => this.beat());
  }

  handleConnection(socket: LiveSocket): void {
    watchMessages(socket, this.clock);
  }

  onModuleDestroy(): void {
    this.timers.forEach((timer) => clearInterval(timer));
    this.subscriptions.forEach((subscription) => subscription.unsubscribe());
  }

  /** Open sockets. */
  open(): number {
    return this.namespace.sockets.size;
  }

  /** What I have seen last: the rest comes in the answer, and everything newer by itself. */
  @SubscribeMessage('resume')
  resume(
    @ConnectedSocket() socket: LiveSocket,
    @MessageBody() message: unknown,
  ): Promise<Reply<Resumed>> {
    return answered(this.logger, resumeSchema, message, async ({ streams }) => {
      const { grants } = socket.data.principal;
      const asked = streams.filter(({ stream, seq }) => seq >= 0 && maySeeStream(grants, stream));
      let heads: Resumed['heads'] = [];
      const { messages, reset } = await this.pump.missed(asked, () => {
        socket.data.resumed = true;
        this.seat(socket);
        heads = this.pump.heads().filter(({ stream }) => maySeeStream(grants, stream));
      });
      return { messages, heads, reset };
    });
  }

  /** Which space's pulses to send. */
  @SubscribeMessage('watch')
  watch(
    @ConnectedSocket() socket: LiveSocket,
    @MessageBody() message: unknown,
  ): Promise<Reply<null>> {
    return answered(this.logger, watchSchema, message, async ({ spaceId, mentions }) => {
      const space = await this.spaces.find(spaceId);
      if (space.brandId !== null) {
        requireRight(socket.data.principal, 'board.see', space.brandId);
      }
      socket.data.watched = { spaceId, mentions };
      this.seat(socket);
      return null;
    });
  }

  private listen(): void {
    this.subscriptions.push(
      this.bus.on('live.appended').subscribe(({ messages }) => {
        if (this.pump.hint(messages)) this.run(() => this.pump.catchUp());
      }),
      this.bus
        .on('journal.grown')
        .subscribe(({ view, entries }) => sendAlong(this.namespace, view, entries)),
      this.bus
        .on('topics.pulsed')
        .subscribe(({ spaceId, now, topics }) => this.pulses.pulsed(spaceId, now, topics)),
      this.bus
        .on('mentions.accepted')
        .subscribe(({ spaceId, arrived }) => this.pulses.arrived(spaceId, arrived)),
      this.bus.on('clock.moved').subscribe(({ spaceId, now }) => this.pulses.moved(spaceId, now)),
      this.bus.on('topics.changed').subscribe(({ spaceId }) => this.pulses.forget(spaceId)),
      this.bus.on('spaces.changed').subscribe(({ space }) => {
        if (space.endedAt !== null) this.pulses.ended(space.id);
      }),
      this.bus
        .on('people.changed')
        .subscribe(({ personId }) =>
          this.run(() => this.recheck(({ data }) => data.principal.personId === personId)),
        ),
    );
  }

  private broadcast(message: LiveMessage): void {
    this.metrics.messages.inc();
    this.namespace.to(streamRooms(message.stream)).emit('message', message);
  }

  private beat(): void {
    this.namespace.volatile.emit('beat', { now: new Date(this.clock.now()).toISOString() });
    for (const socket of this.namespace.sockets.values()) {
      // Who does not listen is let go: it comes back and resumes, and the others are not held up.
      const connection = socket.conn as unknown as Backlog;
      if (!isClogged(connection)) continue;
      this.metrics.cutOff.inc();
      cutOff(connection);
    }
  }

  /** Puts a socket into exactly the rooms its person may be in. */
  private seat(socket: LiveSocket): void {
    if (!socket.connected) return;
    const rooms = new Set(roomsOf(socket.data));
    for (const room of socket.rooms) {
      if (room !== socket.id && !rooms.has(room)) void socket.leave(room);
    }
    void socket.join([...rooms]);
  }

  /** Sessions end and rights change while sockets are open. */
  private async recheck(which: (socket: LiveSocket) => boolean): Promise<void> {
    for (const socket of [...this.namespace.sockets.values()].filter(which)) {
      const principal = await this.sessions.check(socket.data.principal.sessionId);
      if (principal === null) socket.disconnect(true);
      else {
        socket.data.principal = principal;
        this.seat(socket);
      }
    }
  }

  private every(ms: number, work: () => void | Promise<void>): void {
    let busy = false;
    this.timers.push(
      setInterval(() => {
        if (busy) return;
        busy = true;
        this.run(work, () => (busy = false));
      }, ms),
    );
  }

  /** An outage is retried by the next tick and named in the log; it ends nobody's connection. */
  private run(work: () => void | Promise<void>, done: () => void = () => undefined): void {
    Promise.resolve()
      .then(work)
      .catch((err: unknown) => this.logger.warn({ err }, 'live: the database did not answer'))
      .finally(done);
  }
}
