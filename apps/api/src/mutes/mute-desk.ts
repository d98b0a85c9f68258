import { Inject, Injectable } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import type { LiveMessage } from '@sturmwarte/contracts';
import type { MuteEvent } from '@sturmwarte/domain';
import {
  appendLive,
  AuditRepository,
  MuteRepository,
  type AuditRecord,
  type Database,
  type NamedMute,
  type Tx,
} from '@sturmwarte/store';
import { BUS, DATABASE } from '../common/tokens.js';

/** What becomes true of a mute; null: nothing after all. */
export type Move = { readonly mute: NamedMute; readonly event: MuteEvent } | null;

const ACTION: Record<MuteEvent['kind'], string> = {
  set: 'mute.set',
  extended: 'mute.extended',
  loud: 'mute.loud',
  warned: 'mute.warned',
  ended: 'mute.ended',
  'ended-early': 'mute.ended-early',
};

/** Every change of a mute: the change, its history, its audit entry and its live message together; then all are told. */
@Injectable()
export class MuteDesk {
  readonly mutes: MuteRepository;
  private readonly audit: AuditRepository;

  constructor(
    @Inject(DATABASE) readonly db: Database,
    @Inject(BUS) private readonly bus: Bus,
  ) {
    this.mutes = new MuteRepository(db);
    this.audit = new AuditRepository(db);
  }

  async change(
    principal: AuditRecord['principal'],
    decide: (tx: Tx) => Promise<Move>,
  ): Promise<NamedMute | null> {
    const done = await this.db.transaction(
      async (tx): Promise<{ mute: NamedMute; message: LiveMessage } | null> => {
        const move = await decide(tx);
        if (move === null) return null;
        const { mute, event } = move;
        const { id: muteId, spaceId, brandId, name, subject, until } = mute;
        await this.mutes.note(muteId, event, tx);
        await this.audit.record(tx, {
          ...{ principal, action: ACTION[event.kind], subject: name },
          details: { muteId, kind: subject.kind, until, reason: event.reason },
        });
        const news = { type: 'mute', spaceId, muteId, news: event.kind, name, until } as const;
        return { mute, message: await appendLive(tx, brandId, news) };
      },
    );
    if (done === null) return null;
    this.bus.publish('mutes.changed', { spaceId: done.mute.spaceId });
    this.bus.publish('live.appended', { messages: [done.message] });
    return done.mute;
  }
}
