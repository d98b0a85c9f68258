import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { brandSchema, idSchema, parse, type BrandView } from '@sturmwarte/contracts';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { Allow, SignedIn } from '../common/route-marker.js';
import { BrandsService } from './brands.service.js';

@Controller('api/v1/brands')
export class BrandsController {
  constructor(private readonly brands: BrandsService) {}

  @Get()
  @SignedIn()
  list(@CurrentPrincipal() principal: Principal): Promise<BrandView[]> {
    return this.brands.list(principal);
  }

  @Post()
  @Allow('brands.manage')
  create(@CurrentPrincipal() principal: Principal, @Body() body: unknown): Promise<BrandView> {
    return this.brands.create(principal, parse(brandSchema, body).name);
  }

  @Patch(':id')
  @Allow('brands.manage')
  rename(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<BrandView> {
    return this.brands.rename(principal, parse(idSchema, id), parse(brandSchema, body).name);
  }
}
