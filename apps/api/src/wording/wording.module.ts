import { Module } from '@nestjs/common';
import { AgreedWordingsController } from './agreed-wordings.controller.js';
import { AgreedWordingsService } from './agreed-wordings.service.js';
import { WordingRulesController } from './wording-rules.controller.js';
import { WordingRulesService } from './wording-rules.service.js';

@Module({
  controllers: [WordingRulesController, AgreedWordingsController],
  providers: [WordingRulesService, AgreedWordingsService],
})
export class WordingModule {}
