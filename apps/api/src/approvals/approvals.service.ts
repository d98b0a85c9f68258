import { Injectable } from '@nestjs/common';
import type { ApprovalsView, IncidentView, WaitingWording } from '@sturmwarte/contracts';
import {
  brandsWith,
  DomainError,
  levelInForce,
  mayEnter,
  textOf,
  waitingTexts,
  type WaitingText,
} from '@sturmwarte/domain';
import { IncidentRepository, ReadingRepository, type Reading } from '@sturmwarte/store';
import { actorOf, IncidentDesk } from '../common/incident-desk.js';
import type { Principal } from '../common/principal.js';

/** Texts that wait for a yes, over all incidents, as one person sees them. */
@Injectable()
export class ApprovalsService {
  private readonly incidents: IncidentRepository;
  private readonly readings: ReadingRepository;

  constructor(private readonly desk: IncidentDesk) {
    this.incidents = new IncidentRepository(desk.db);
    this.readings = new ReadingRepository(desk.db);
  }

  async list(principal: Principal, spaceId: number): Promise<ApprovalsView> {
    const { grants, personId } = principal;
    const reader = { brands: brandsWith(grants, 'incident.see'), personId };
    const at = this.desk.timeIn(await this.desk.space(spaceId));
    const views = await this.incidents.speaking(reader, spaceId);
    const ids = views.map(({ id }) => id);
    const readings = await this.readings.of(personId, ids);
    const waiting = views.flatMap((view) =>
      waitingTexts(view.incident, actorOf(principal), at).map((one) => asSeen(view, one, readings)),
    );
    waiting.sort((one, other) => (one.dueAt ?? '9').localeCompare(other.dueAt ?? '9'));
    return {
      mine: waiting.filter(({ places }) => places.length > 0),
      others: waiting.filter(({ places }) => places.length === 0),
    };
  }

  async read(principal: Principal, reading: Reading): Promise<void> {
    const { incident } = await this.incidents.find(reading.incidentId);
    if (!mayEnter(incident, actorOf(principal))) throw new DomainError('not-allowed');
    const statement = incident.statements.find(({ id }) => id === reading.statement);
    const variant = statement?.variants.find(
      ({ channel, language }) => channel === reading.channel && language === reading.language,
    );
    if (!variant?.versions.some(({ version }) => version === reading.version)) {
      throw new DomainError('not-found', { what: 'variant', id: reading.version });
    }
    await this.desk.db.transaction((tx) => this.readings.note(tx, principal.personId, reading));
  }
}

function asSeen(
  { id: incidentId, incident }: IncidentView,
  { statement, variant, state, places, mineFrom, dueAt }: WaitingText,
  readings: readonly Reading[],
): WaitingWording {
  const { channel, language, versions } = variant;
  const { version, hash, text } = textOf(variant);
  const read = readings.find(
    (one) =>
      one.incidentId === incidentId &&
      one.statement === statement.id &&
      one.channel === channel &&
      one.language === language,
  );
  const before = versions.find((one) => one.version === read?.version);
  const { id, title, purpose, core } = statement;
  return {
    ...{ incidentId, number: incident.number, title: incident.title },
    level: levelInForce(incident),
    statement: { id, title, purpose, core },
    ...{ channel, language, version, hash, text },
    readBefore:
      before === undefined || before.version === version
        ? null
        : { version: before.version, text: before.text },
    isRead: before?.version === version,
    ...{ state, places, mineFrom, dueAt },
  };
}
