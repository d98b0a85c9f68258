import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import type { Config } from '@sturmwarte/config';
import {
  idSchema,
  parse,
  passkeyAddSchema,
  totpConfirmSchema,
  type FactorsView,
  type PasskeyOptions,
  type RecoveryCodesView,
  type TotpOffer,
} from '@sturmwarte/contracts';
import type { FastifyRequest } from 'fastify';
import { CurrentPrincipal, type Principal } from '../../common/principal.js';
import { SignedIn } from '../../common/route-marker.js';
import { CONFIG } from '../../common/tokens.js';
import { visitorOf } from '../visitor.js';
import { FactorResetService } from './factor-reset.service.js';
import { FactorsService } from './factors.service.js';

/** One's own second factors; nobody sets up another's. */
@Controller('api/v1/me/factors')
export class FactorsController {
  constructor(
    private readonly factors: FactorsService,
    private readonly resets: FactorResetService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @SignedIn()
  look(
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
  ): Promise<FactorsView> {
    return this.factors.look(principal, visitorOf(request, this.config));
  }

  @Post('totp')
  @SignedIn()
  offerTotp(@CurrentPrincipal() principal: Principal): Promise<TotpOffer> {
    return this.factors.offerTotp(principal);
  }

  @Post('totp/confirm')
  @SignedIn()
  async confirmTotp(
    @CurrentPrincipal() principal: Principal,
    @Body() body: unknown,
  ): Promise<RecoveryCodesView> {
    const { code } = parse(totpConfirmSchema, body);
    return { recoveryCodes: await this.factors.confirmTotp(principal, code) };
  }

  @Delete('totp')
  @SignedIn()
  @HttpCode(204)
  removeTotp(@CurrentPrincipal() principal: Principal): Promise<void> {
    return this.factors.removeTotp(principal);
  }

  @Post('passkeys/options')
  @SignedIn()
  askForPasskey(
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
  ): Promise<PasskeyOptions> {
    return this.factors.askForPasskey(principal, visitorOf(request, this.config));
  }

  @Post('passkeys')
  @SignedIn()
  async addPasskey(
    @CurrentPrincipal() principal: Principal,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<RecoveryCodesView> {
    const visitor = visitorOf(request, this.config);
    const wanted = parse(passkeyAddSchema, body);
    return { recoveryCodes: await this.factors.addPasskey(principal, wanted, visitor) };
  }

  @Delete('passkeys/:id')
  @SignedIn()
  @HttpCode(204)
  removePasskey(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<void> {
    return this.factors.removePasskey(principal, parse(idSchema, id));
  }

  @Post('recovery-codes')
  @SignedIn()
  async renewCodes(@CurrentPrincipal() principal: Principal): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.factors.renewCodes(principal) };
  }

  /** The person has read that an administrator took their factors away. */
  @Delete('reset-notice')
  @SignedIn()
  @HttpCode(204)
  read(@CurrentPrincipal() principal: Principal): Promise<void> {
    return this.resets.read(principal);
  }
}
