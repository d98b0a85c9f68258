import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import type {
  LiveMessage,
  RejectRow,
  sourceCreateSchema,
  SourcePatch,
  SourceView,
  TokenView,
} from '@sturmwarte/contracts';
import { HOUSE_STREAM } from '@sturmwarte/contracts';
import { brandsWith, LIVE_SPACE_ID, may, type Clock, type Source } from '@sturmwarte/domain';
import {
  appendLive,
  AuditRepository,
  healthOf,
  readHearing,
  SourceRepository,
  SpaceRepository,
  type Database,
  type Tx,
} from '@sturmwarte/store';
import type { z } from 'zod';
import type { Principal } from '../common/principal.js';
import { requireRight } from '../common/require-right.js';
import { SourceTokens } from '../common/source-tokens.js';
import { newToken, tokenHash } from '../common/token-hash.js';
import { BUS, CLOCK, DATABASE } from '../common/tokens.js';

/** Enough of a token to tell it from others, far too little to guess it. */
const HINT_CHARS = 6;

export interface TokenMade {
  readonly view: TokenView;
  readonly token: string;
}

/** Where mentions come from, their tokens and their health. */
@Injectable()
export class SourcesService implements OnModuleInit {
  private readonly sources: SourceRepository;
  private readonly spaces: SpaceRepository;
  private readonly audit: AuditRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly tokens: SourceTokens,
  ) {
    this.sources = new SourceRepository(db);
    this.spaces = new SpaceRepository(db);
    this.audit = new AuditRepository(db);
  }

  onModuleInit(): void {
    this.tokens.use((token) => this.sources.byTokenHash(tokenHash(token)));
  }

  /** Tokens are listed for those who manage the source. */
  async list(principal: Principal, spaceId: number): Promise<SourceView[]> {
    const brands = brandsWith(principal.grants, 'board.see');
    return this.viewsOf(principal, await this.sources.list({ spaceId, brands }));
  }

  async create(
    principal: Principal,
    values: z.output<typeof sourceCreateSchema>,
  ): Promise<{ source: SourceView; token: string }> {
    requireRight(principal, 'sources.manage', values.brandId);
    await this.spaces.find(values.spaceId);
    const token = newToken();
    const source = await this.commit(principal, 'source.created', async (tx) => {
      const made = await this.sources.create({ ...values, active: true }, tx);
      await this.sources.addToken(made.id, secretOf(token), tx);
      return { source: made, details: { retentionDays: made.retentionDays } };
    });
    return { source: await this.viewOf(principal, source), token };
  }

  async change(principal: Principal, id: number, patch: SourcePatch): Promise<SourceView> {
    const before = await this.mine(principal, id);
    const change = Object.fromEntries(
      Object.entries(patch).filter(([, value]) => value !== undefined),
    ) as Partial<Source>;
    const source = await this.commit(principal, 'source.changed', async (tx) => {
      const after = await this.sources.change(id, change, tx);
      const details = Object.fromEntries(
        (Object.keys(change) as (keyof Source)[])
          .filter((key) => before[key] !== after[key])
          .map((key) => [key, { from: before[key], to: after[key] }]),
      );
      return { source: after, details };
    });
    return this.viewOf(principal, source);
  }

  async addToken(principal: Principal, id: number): Promise<TokenMade> {
    await this.mine(principal, id);
    const token = newToken();
    let view: TokenView | undefined;
    await this.commit(principal, 'token.created', async (tx) => {
      view = await this.sources.addToken(id, secretOf(token), tx);
      return { source: await this.sources.find(id, tx), details: { hint: view.hint } };
    });
    if (view === undefined) throw new Error('the token was not made');
    return { view, token };
  }

  async revokeToken(principal: Principal, id: number, tokenId: number): Promise<TokenView> {
    await this.mine(principal, id);
    let view: TokenView | undefined;
    await this.commit(principal, 'token.revoked', async (tx) => {
      view = await this.sources.revokeToken(id, tokenId, tx);
      return { source: await this.sources.find(id, tx), details: { hint: view.hint } };
    });
    if (view === undefined) throw new Error('the token was not revoked');
    return view;
  }

  async rejects(principal: Principal, id: number): Promise<RejectRow[]> {
    await this.mine(principal, id);
    return this.sources.rejects(id);
  }

  private async mine(principal: Principal, id: number): Promise<Source> {
    const source = await this.sources.find(id);
    requireRight(principal, 'sources.manage', source.brandId);
    return source;
  }

  private async viewOf(principal: Principal, source: Source): Promise<SourceView> {
    const [view] = await this.viewsOf(principal, [source]);
    if (view === undefined) throw new Error('a source without a view');
    return view;
  }

  private async viewsOf(principal: Principal, sources: readonly Source[]): Promise<SourceView[]> {
    const ids = sources.map(({ id }) => id);
    const now = await this.nowOf(sources[0]);
    const [heard, tokens] = await Promise.all([
      readHearing(this.db, ids, now),
      this.sources.tokens(ids),
    ]);
    return sources.map((source) => ({
      ...source,
      health: healthOf(source, heard.get(source.id), now),
      tokens: may(principal.grants, 'sources.manage', source.brandId)
        ? (tokens.get(source.id) ?? [])
        : [],
    }));
  }

  /** Silence counts by the clock of the space; all sources asked for at once are of one space. */
  private async nowOf(source: Source | undefined): Promise<number> {
    if (source === undefined || source.spaceId === LIVE_SPACE_ID) return this.clock.now();
    const { now } = await this.spaces.find(source.spaceId);
    return now === null ? this.clock.now() : Date.parse(now);
  }

  private async commit(
    principal: Principal,
    action: string,
    work: (tx: Tx) => Promise<{ source: Source; details: Record<string, unknown> }>,
  ): Promise<Source> {
    const { source, message } = await this.db.transaction(
      async (tx): Promise<{ source: Source; message: LiveMessage }> => {
        const { source, details } = await work(tx);
        await this.audit.record(tx, { principal, action, subject: source.name, details });
        const stream = source.brandId ?? HOUSE_STREAM;
        const body = { type: 'source', sourceId: source.id, health: null } as const;
        return { source, message: await appendLive(tx, stream, body) };
      },
    );
    this.bus.publish('sources.changed', { sourceIds: [source.id] });
    this.bus.publish('live.appended', { messages: [message] });
    return source;
  }
}

function secretOf(token: string): { readonly hash: Buffer; readonly hint: string } {
  return { hash: tokenHash(token), hint: token.slice(0, HINT_CHARS) };
}
