import { Controller, Get } from '@nestjs/common';
import type { ColleagueView } from '@sturmwarte/contracts';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { SignedIn } from '../common/route-marker.js';
import { PeopleService } from './people.service.js';

/** Whom one can ask, seat or give a step to. */
@Controller('api/v1/colleagues')
export class ColleaguesController {
  constructor(private readonly people: PeopleService) {}

  @Get()
  @SignedIn()
  list(@CurrentPrincipal() principal: Principal): Promise<ColleagueView[]> {
    return this.people.colleagues(principal);
  }
}
