import { readConfig } from '@sturmwarte/config';
import type { MailHouse, Newsroom } from '@sturmwarte/connectors/testing';
import {
  canonicalWording,
  type ApprovalChain,
  type Clock,
  type IncidentEvent,
  type OutletChannel,
  type Publication,
  type WordingAttachment,
} from '@sturmwarte/domain';
import {
  AttachmentRepository,
  ExitRepository,
  IncidentRepository,
  PersonRepository,
  sha256,
  SpaceRepository,
} from '@sturmwarte/store';
import { testDatabase, type TestDatabase } from '@sturmwarte/store/testing';
import { createHash } from 'node:crypto';
import { pino } from 'pino';
import { createApp, type RunningApp } from '../bootstrap/create-app.js';
import { IncidentDesk } from '../common/incident-desk.js';
import type { Principal } from '../common/principal.js';
import { ExitsService } from '../publishing/exits.service.js';

export const PUBLISHING_SECRET = 'a secret that is used in tests only';
const CHAIN: ApprovalChain = [
  {
    ...{ levelFrom: 0, impactFrom: null, publicWithinMinutes: 60 },
    stages: [{ roles: ['pr'], quorum: null, minutes: 60, deputyAfterMinutes: 30 }],
  },
];

export interface PreparedOptions {
  readonly text?: string;
  readonly channel?: OutletChannel;
  readonly plannedFor?: string | null;
  /** Left out: approved by somebody else than its author. */
  readonly approved?: boolean;
  readonly file?: Buffer;
}

/** A brand with exits, people who may publish, and as many servers on one database as a test wants. */
export class PublishingHouse {
  private constructor(
    readonly database: TestDatabase,
    readonly servers: RunningApp[],
    readonly brandId: number,
    readonly lead: Principal,
    private readonly author: { readonly id: number; readonly name: string },
  ) {}

  static async start(count = 1, clock?: Clock): Promise<PublishingHouse> {
    const database = await testDatabase();
    const servers: RunningApp[] = [];
    for (let n = 0; n < count; n++) servers.push(await serverOn(database.url, clock));
    const { db } = servers[0]!;
    const { rows } = await db.pool.query<{ id: number }>(
      `insert into brand (name) values ('Nordlicht') returning id`,
    );
    const brandId = rows[0]!.id;
    const [lena, paul] = await db.transaction(async (tx) => {
      const people = new PersonRepository(db);
      const add = async (name: string): Promise<number> => {
        const email = `${name.toLowerCase()}@example.org`;
        const values = { name, email, language: 'de', grants: [], passwordHash: 'x' } as const;
        return (await people.create({ ...values, now: Date.now() }, tx)).id;
      };
      return [await add('Lena'), await add('Paul')] as const;
    });
    const grants = (['lead', 'pr', 'admin'] as const).map((role) => ({ role, brandId: null }));
    const lead: Principal = {
      ...{ personId: lena, name: 'Lena', language: 'de', sessionId: 0 },
      grants,
    };
    return new PublishingHouse(database, servers, brandId, lead, {
      id: paul,
      name: 'Paul',
    });
  }

  get server(): RunningApp {
    return this.servers[0]!;
  }

  async close(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.close()));
    await this.database.drop();
  }

  async newsroomExit(
    { url, readBackUrl }: Pick<Newsroom, 'url' | 'readBackUrl'>,
    { readBack = true, timeoutSeconds = 2 } = {},
  ): Promise<number> {
    const { exit } = await this.exits.create(this.lead, this.brandId, {
      ...{ kind: 'webhook', name: `Newsroom ${Math.random()}`, channels: ['website', 'press'] },
      settings: {
        ...{ url, timeoutSeconds, privateNetwork: true },
        readBackUrl: readBack ? readBackUrl : null,
      },
    });
    return exit.id;
  }

  async pressExit({ port }: Pick<MailHouse, 'port'>, recipients: string[]): Promise<number> {
    const { exit } = await this.exits.create(this.lead, this.brandId, {
      ...{ kind: 'mail', name: `Presse ${Math.random()}`, channels: ['website', 'press'] },
      password: null,
      settings: {
        ...{ host: '127.0.0.1', port, security: 'none', privateNetwork: true, user: null },
        ...{ from: { name: 'Nordlicht', address: 'presse@nordlicht.example' }, replyTo: null },
        ...{ recipients, unsubscribe: 'mailto:ab@nordlicht.example', timeoutSeconds: 2 },
      },
    });
    return exit.id;
  }

  /** A drill that has a clock of its own. */
  async drill(now: string): Promise<number> {
    return this.server.db.transaction(async (tx) => {
      const spaces = new SpaceRepository(this.server.db);
      const values = { kind: 'drill', brandId: this.brandId, name: 'Übung' } as const;
      return (await spaces.create({ ...values, startsAt: new Date(now) }, tx)).id;
    });
  }

  async incident(spaceId = 1): Promise<number> {
    const desk = this.server.nest.get(IncidentDesk);
    const space = await desk.space(spaceId);
    const recorded = await desk.db.transaction((tx) =>
      desk.open(tx, space, this.author, (number, at) => [
        {
          ...{ type: 'opened', number, title: 'Nordlicht Akku', brandId: this.brandId, spaceId },
          ...{ t0: at, alerts: [], firstNegativeAt: null, level: 2 },
        },
      ]),
    );
    desk.tell([recorded]);
    return recorded.view.id;
  }

  /** A statement written by one, approved by another, and given to an exit. Answers the number of the publication. */
  async prepare(
    incidentId: number,
    exitId: number,
    options: PreparedOptions = {},
    server = this.server,
  ): Promise<number> {
    const { text = `Wir rufen zurück. ${Math.random()}`, channel = 'press' } = options;
    const { plannedFor = null, approved = true, file } = options;
    const desk = server.nest.get(IncidentDesk);
    const { id, name, kind } = await new ExitRepository(desk.db).find(exitId);
    const attachments: WordingAttachment[] = [];
    if (file !== undefined) attachments.push(await this.attach(incidentId, file));
    const files = attachments.map(({ sha256 }) => sha256);
    const key = { channel, language: 'de' } as const;
    const hash = sha256(canonicalWording({ ...key, text, attachments: files }));
    const bound = { ...key, hash };
    const say = async (
      by: { readonly id: number; readonly name: string },
      events: (version: number) => readonly IncidentEvent[],
    ): Promise<number> => {
      const recorded = await desk.change(incidentId, by, ({ incident }) =>
        events(incident.version),
      );
      return recorded?.entries.at(-1)?.seq ?? 0;
    };
    const pr = { id: this.lead.personId, name: this.lead.name };
    let statement = 0;
    await say(this.author, (version) => {
      statement = version + 1;
      return [
        {
          ...{ type: 'statement-drafted', title: 'Rückruf', purpose: 'statement', step: null },
          ...{ template: null, core: 'Wir rufen zurück.', claims: [], corrects: null },
          ...{ promise: null, chain: CHAIN },
        },
        {
          type: 'variant-written',
          statement,
          version: 1,
          text,
          attachments,
          agreed: null,
          ...bound,
        },
        { type: 'approval-asked', statement, variants: [bound], note: null },
      ];
    });
    if (approved) {
      const given = { role: 'pr', standing: 'holder', proof: 'password', note: null } as const;
      await say(pr, () => [{ type: 'approval-given', statement, ...given, ...bound }]);
    }
    return say(pr, () => [
      {
        ...{ type: 'publication-prepared', statement, ...bound, exit: { id, name, kind } },
        ...{ plannedFor, corrects: null, proof: 'password' },
      },
    ]);
  }

  async publication(incidentId: number, id: number): Promise<Publication> {
    const { incident } = await new IncidentRepository(this.server.db).find(incidentId);
    const found = incident.publications.find((one) => one.id === id);
    if (found === undefined) throw new Error('no such publication');
    return found;
  }

  /** What the journal says, in order. */
  async said(incidentId: number): Promise<string[]> {
    const incidents = new IncidentRepository(this.server.db);
    const entries = await incidents.entriesAfter(incidentId, 0, 1_000);
    return entries.map(({ event }) => event.type);
  }

  private async attach(incidentId: number, content: Buffer): Promise<WordingAttachment> {
    const { db } = this.server;
    const name = 'Merkblatt.pdf';
    const attachments = new AttachmentRepository(db);
    const values = { incidentId, name, mediaType: 'application/pdf', content };
    const { id } = await db.transaction((tx) => attachments.keep(tx, values));
    return { id, name, sha256: createHash('sha256').update(content).digest('hex') };
  }

  private get exits(): ExitsService {
    return this.server.nest.get(ExitsService);
  }
}

function serverOn(databaseUrl: string, clock?: Clock): Promise<RunningApp> {
  const settings = { PORT: '0', SECRET: PUBLISHING_SECRET, DATABASE_POOL_MAX: '6' };
  return createApp({
    ...{ config: readConfig(settings), databaseUrl, log: pino({ level: 'silent' }) },
    ...(clock === undefined ? {} : { clock }),
  });
}
