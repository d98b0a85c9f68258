import { Module } from '@nestjs/common';
import { LookService } from './look.service.js';
import { RetentionService } from './retention.service.js';

@Module({ providers: [LookService, RetentionService] })
export class LookModule {}
