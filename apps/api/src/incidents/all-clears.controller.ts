import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { allClearsToldSchema, parse, type AllClearNews } from '@sturmwarte/contracts';
import { brandsWith, mayEnter, type Clock } from '@sturmwarte/domain';
import { AllClearRepository, type Database } from '@sturmwarte/store';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { SignedIn } from '../common/route-marker.js';
import { CLOCK, DATABASE } from '../common/tokens.js';

/** All-clears for those who were away when they were told on the wire: by number, by title for who may enter. */
@Controller('api/v1/incidents/all-clears')
export class AllClearsController {
  private readonly allClears: AllClearRepository;

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.allClears = new AllClearRepository(db);
  }

  @Get()
  @SignedIn()
  async untold(@CurrentPrincipal() { personId, name, grants }: Principal): Promise<AllClearNews[]> {
    const views = await this.allClears.untold(personId, brandsWith(grants, 'board.see'));
    return views.map(({ id, incident }) => ({
      incidentId: id,
      number: incident.number,
      title: mayEnter(incident, { id: personId, name, grants }) ? incident.title : null,
      at: incident.allClear?.at ?? incident.opened.at,
    }));
  }

  @Post('told')
  @HttpCode(204)
  @SignedIn()
  async told(@CurrentPrincipal() { personId }: Principal, @Body() body: unknown): Promise<void> {
    const until = Date.parse(parse(allClearsToldSchema, body).until);
    // Nobody has been told of what is still to come.
    await this.allClears.told(personId, new Date(Math.min(until, this.clock.now())));
  }
}
