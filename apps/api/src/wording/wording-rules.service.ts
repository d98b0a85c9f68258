import { Inject, Injectable } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import type {
  houseRuleChangeSchema,
  houseRuleCreateSchema,
  HouseWording,
  wordingCheckSchema,
  WordingCheck,
} from '@sturmwarte/contracts';
import {
  brandsWith,
  lintStatement,
  type FormOfAddress,
  type HouseWordingRule,
} from '@sturmwarte/domain';
import {
  AuditRepository,
  BrandRepository,
  WordingRuleRepository,
  type Database,
  type StoredWordingRule,
} from '@sturmwarte/store';
import { detectLanguage } from '@sturmwarte/text';
import type { z } from 'zod';
import type { Principal } from '../common/principal.js';
import { requireRight } from '../common/require-right.js';
import { BUS, DATABASE } from '../common/tokens.js';
import { announceWordings } from './announce-wordings.js';

/** The house's own words, how its brands address their readers, and the check of a text by both. */
@Injectable()
export class WordingRulesService {
  private readonly rules: WordingRuleRepository;
  private readonly brands: BrandRepository;
  private readonly audit: AuditRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(BUS) private readonly bus: Bus,
  ) {
    this.rules = new WordingRuleRepository(db);
    this.brands = new BrandRepository(db);
    this.audit = new AuditRepository(db);
  }

  async list({ grants }: Principal): Promise<HouseWording> {
    const seen = brandsWith(grants, 'wording.see');
    const [rules, addresses] = await Promise.all([
      this.rules.list(seen),
      this.rules.addresses(seen),
    ]);
    return { rules: rules.map(ruleOf), addresses };
  }

  create(
    principal: Principal,
    values: z.output<typeof houseRuleCreateSchema>,
  ): Promise<HouseWordingRule> {
    requireRight(principal, 'wording.rules', values.brandId);
    return announceWordings(this.db, this.bus, async (tx) => {
      if (values.brandId !== null) await this.brands.find(values.brandId, tx);
      const rule = ruleOf(await this.rules.save(values, tx));
      const subject = subjectOf(rule);
      await this.audit.record(tx, {
        ...{ principal, action: 'wording-rule.created', subject },
        details: { ...rule },
      });
      return rule;
    });
  }

  change(
    principal: Principal,
    id: number,
    values: z.output<typeof houseRuleChangeSchema>,
  ): Promise<HouseWordingRule> {
    return announceWordings(this.db, this.bus, async (tx) => {
      const before = await this.rules.find(id, tx);
      requireRight(principal, 'wording.rules', before.brandId);
      const { brandId } = before;
      const after = ruleOf(await this.rules.save({ ...values, id, brandId }, tx));
      await this.audit.record(tx, {
        ...{ principal, action: 'wording-rule.changed', subject: subjectOf(after) },
        details: { before: ruleOf(before), after },
      });
      return after;
    });
  }

  remove(principal: Principal, id: number): Promise<void> {
    return announceWordings(this.db, this.bus, async (tx) => {
      const before = await this.rules.find(id, tx);
      requireRight(principal, 'wording.rules', before.brandId);
      await this.rules.remove(id, tx);
      await this.audit.record(tx, {
        ...{ principal, action: 'wording-rule.removed', subject: subjectOf(ruleOf(before)) },
        details: { before: ruleOf(before) },
      });
    });
  }

  setAddress(principal: Principal, brandId: number, address: FormOfAddress | null): Promise<void> {
    requireRight(principal, 'wording.rules', brandId);
    return announceWordings(this.db, this.bus, async (tx) => {
      const brand = await this.brands.find(brandId, tx);
      const before = await this.rules.setAddress(brandId, address, tx);
      await this.audit.record(tx, {
        ...{ principal, action: 'brand.address-set', subject: brand.name },
        details: { before, after: address },
      });
    });
  }

  /** What the console finds while somebody types, and the language besides. */
  async check(
    principal: Principal,
    { brandId, ...draft }: z.output<typeof wordingCheckSchema>,
  ): Promise<WordingCheck> {
    requireRight(principal, 'wording.see', brandId);
    const [rules, addresses] = await Promise.all([
      this.rules.list([brandId]),
      this.rules.addresses([brandId]),
    ]);
    const { lang } = detectLanguage(draft.text, draft.language);
    const findings = lintStatement(draft, {
      houseRules: rules.map(ruleOf),
      address: addresses[0]?.address ?? null,
      detectedLanguage: lang === 'unknown' ? null : lang,
    });
    return { findings };
  }
}

function ruleOf({ id, ...rest }: StoredWordingRule): HouseWordingRule {
  return { id: String(id), ...rest };
}

function subjectOf({ de, en }: HouseWordingRule): string {
  return [...de, ...en].slice(0, 3).join(', ').slice(0, 120);
}
