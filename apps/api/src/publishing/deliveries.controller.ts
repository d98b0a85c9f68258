import { Controller, Get, Inject, Param } from '@nestjs/common';
import { idSchema, parse, type DeliveryView } from '@sturmwarte/contracts';
import { DomainError, mayEnter } from '@sturmwarte/domain';
import { IncidentRepository, OutboxRepository, type Database } from '@sturmwarte/store';
import { actorOf } from '../common/incident-desk.js';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { SignedIn } from '../common/route-marker.js';
import { DATABASE } from '../common/tokens.js';

/** What happened for each recipient of a press mail; for whoever may enter its incident. */
@Controller('api/v1/incidents/:id/publications/:publication/deliveries')
export class DeliveriesController {
  private readonly incidents: IncidentRepository;
  private readonly outbox: OutboxRepository;

  constructor(@Inject(DATABASE) db: Database) {
    this.incidents = new IncidentRepository(db);
    this.outbox = new OutboxRepository(db);
  }

  @Get()
  @SignedIn()
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Param('publication') publication: unknown,
  ): Promise<DeliveryView[]> {
    const incidentId = parse(idSchema, id);
    const { incident } = await this.incidents.find(incidentId);
    if (!mayEnter(incident, actorOf(principal))) {
      throw new DomainError('not-allowed', { right: 'incident.see' });
    }
    return this.outbox.deliveries({ incidentId, entry: parse(idSchema, publication) });
  }
}
