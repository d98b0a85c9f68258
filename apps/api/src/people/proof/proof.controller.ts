import { Body, Controller, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { Config } from '@sturmwarte/config';
import { parse, proofSchema, type PasskeyOptions, type ProofView } from '@sturmwarte/contracts';
import type { FastifyRequest } from 'fastify';
import { CurrentPrincipal, type Principal } from '../../common/principal.js';
import { SignedIn } from '../../common/route-marker.js';
import { CONFIG } from '../../common/tokens.js';
import { visitorOf } from '../visitor.js';
import { ProofService } from './proof.service.js';

/** The fresh proof of identity that approving and publishing ask for. */
@Controller('api/v1/proof')
export class ProofController {
  constructor(
    private readonly proofs: ProofService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @SignedIn()
  look(@CurrentPrincipal() principal: Principal): Promise<ProofView> {
    return this.proofs.look(principal);
  }

  /** The question a passkey answers. */
  @Post('challenge')
  @SignedIn()
  @HttpCode(200)
  ask(
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
  ): Promise<PasskeyOptions> {
    return this.proofs.ask(principal, visitorOf(request, this.config));
  }

  @Post()
  @SignedIn()
  @HttpCode(200)
  prove(
    @CurrentPrincipal() principal: Principal,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<ProofView> {
    const visitor = visitorOf(request, this.config);
    return this.proofs.prove(principal, parse(proofSchema, body), visitor);
  }
}
