import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { parse, proofSchema, type ProofView } from '@sturmwarte/contracts';
import { CurrentPrincipal, type Principal } from '../../common/principal.js';
import { SignedIn } from '../../common/route-marker.js';
import { ProofService } from './proof.service.js';

/** The fresh proof of identity that approving and publishing ask for. */
@Controller('api/v1/proof')
export class ProofController {
  constructor(private readonly proofs: ProofService) {}

  @Get()
  @SignedIn()
  look(@CurrentPrincipal() principal: Principal): Promise<ProofView> {
    return this.proofs.look(principal);
  }

  @Post()
  @SignedIn()
  @HttpCode(200)
  prove(@CurrentPrincipal() principal: Principal, @Body() body: unknown): Promise<ProofView> {
    return this.proofs.prove(principal, parse(proofSchema, body));
  }
}
