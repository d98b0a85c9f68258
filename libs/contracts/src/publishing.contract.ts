import {
  OUTLET_CHANNELS,
  type ExitKind,
  type OutletChannel,
  type PersonRef,
  type PublicationState,
  type TextLanguage,
} from '@sturmwarte/domain';
import { z } from 'zod';
import { idSchema, nameSchema, noteSchema } from './fields.js';

const addressSchema = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  // Contracts know neither browser nor server, hence no `URL`: what stands before an @ in front of the path.
  .refine((text) => !/^[a-z]+:\/\/[^/?#\\]*@/i.test(text), {
    message: 'No name or password in the address',
  });
const oneLine = z
  .string()
  .trim()
  .max(200)
  .regex(/^[^\r\n]*$/, 'One line');
const emailSchema = z.email().max(254);

/** Channels an exit serves: those of the statement's variants it may be chosen for. */
const channelsSchema = z
  .array(z.enum(OUTLET_CHANNELS))
  .min(1)
  .max(OUTLET_CHANNELS.length)
  .transform((channels) => [...new Set(channels)]);

/** A newsroom that takes signed requests (Standard Webhooks). */
export const webhookSettingsSchema = z
  .object({
    url: addressSchema,
    /** Where a publication is read back: `{id}` becomes its `webhook-id`. Null: a person has to look. */
    readBackUrl: addressSchema
      .refine((text) => text.includes('{id}'), { message: 'Needs {id}' })
      .nullable()
      .default(null),
    timeoutSeconds: z.number().int().min(1).max(30).default(10),
    /** May the address lie in a private network, and be spoken to without TLS? */
    privateNetwork: z.boolean().default(false),
  })
  .refine(({ url, privateNetwork }) => privateNetwork || url.startsWith('https:'), {
    path: ['url'],
    message: 'Needs https outside of a private network',
  });
export type WebhookSettings = z.output<typeof webhookSettingsSchema>;

/** A press list, one message for each recipient. */
export const mailSettingsSchema = z
  .object({
    host: z
      .string()
      .trim()
      .min(1)
      .max(253)
      .regex(/^[A-Za-z0-9.:_-]+$/),
    port: z.number().int().min(1).max(65_535).default(587),
    /** `tls`: from the first byte; `starttls`: insisted on; `none`: only inside a private network. */
    security: z.enum(['tls', 'starttls', 'none']).default('starttls'),
    user: oneLine.nullable().default(null),
    from: z.object({ name: oneLine, address: emailSchema }),
    replyTo: emailSchema.nullable().default(null),
    recipients: z
      .array(emailSchema)
      .min(1)
      .max(2_000)
      .transform((all) => [...new Map(all.map((one) => [one.toLowerCase(), one])).values()]),
    /** `List-Unsubscribe`: an address of either kind. */
    unsubscribe: z
      .string()
      .max(500)
      .regex(/^(https:\/\/|mailto:)[^\s<>,]+$/),
    timeoutSeconds: z.number().int().min(1).max(60).default(20),
    privateNetwork: z.boolean().default(false),
  })
  .refine(({ security, privateNetwork }) => privateNetwork || security !== 'none', {
    path: ['security'],
    message: 'Needs TLS outside of a private network',
  });
export type MailSettings = z.output<typeof mailSettingsSchema>;

const about = { name: nameSchema, channels: channelsSchema };

/** POST /api/v1/brands/:id/exits — answers `ExitMade`; a webhook's secret is shown once. */
export const exitCreateSchema = z.discriminatedUnion('kind', [
  z.object({ ...about, kind: z.literal('webhook'), settings: webhookSettingsSchema }),
  z.object({
    ...about,
    kind: z.literal('mail'),
    settings: mailSettingsSchema,
    password: z.string().max(500).nullable().default(null),
  }),
  z.object({ ...about, kind: z.literal('sandbox') }),
]);
export type ExitCreate = z.input<typeof exitCreateSchema>;

/** PATCH /api/v1/exits/:id — `settings` of the exit's own kind, whole. */
export const exitPatchSchema = z.object({
  name: nameSchema.optional(),
  channels: channelsSchema.optional(),
  active: z.boolean().optional(),
  settings: z.union([webhookSettingsSchema, mailSettingsSchema]).optional(),
  /** Of a mail account; null takes it away. */
  password: z.string().max(500).nullable().optional(),
});
export type ExitPatch = z.output<typeof exitPatchSchema>;

/** GET /api/v1/brands/:id/exits: what a publication may be given to. */
export interface ExitChoice {
  readonly id: number;
  readonly name: string;
  readonly kind: ExitKind;
  readonly channels: readonly OutletChannel[];
}

/** GET /api/v1/exits — for those who manage them. Secrets never come back. */
export interface ExitView extends ExitChoice {
  readonly brandId: number;
  readonly active: boolean;
  readonly settings: WebhookSettings | MailSettings | null;
  /** A mail account has a password; a webhook has this many secrets that still sign. */
  readonly secrets: readonly { readonly hint: string; readonly until: string | null }[];
}
export interface ExitMade {
  readonly exit: ExitView;
  /** Of a webhook: shown this once. */
  readonly secret: string | null;
}

/** POST /api/v1/exits/:id/test — answers `ExitTested`. A mail goes to nobody but the asker. */
export interface ExitTested {
  readonly kind: 'confirmed' | 'refused' | 'unknown';
  readonly why: string | null;
  readonly to: string;
}

/** POST /api/v1/brands/:id/posting-stop, POST /api/v1/brands/:id/posting-stop/lift */
export const postingStopSchema = z.object({ reason: noteSchema.min(1) });

export interface PostingStopView {
  readonly id: number;
  readonly brandId: number;
  readonly kind: 'stop' | 'resume';
  readonly at: string;
  readonly by: PersonRef;
  readonly reason: string;
}

/** One publication as the outbox knows it. */
export interface OutboxView {
  readonly incidentId: number;
  /** The incident's number, as people say it. */
  readonly incident: string;
  readonly incidentTitle: string;
  /** Number of the entry it was prepared in. */
  readonly publication: number;
  readonly exit: string;
  readonly channel: OutletChannel;
  readonly language: TextLanguage;
  readonly state: PublicationState;
  readonly notBefore: string;
  readonly sentAt: string | null;
}

/** GET /api/v1/brands/:id/posting-stop */
export interface PostingStatus {
  /** Null: nothing is stopped. */
  readonly stop: PostingStopView | null;
  /** Newest first. */
  readonly history: readonly PostingStopView[];
  readonly held: readonly OutboxView[];
}

/** What POST posting-stop answers, once nothing can leave any more. */
export interface PostingStopped {
  readonly stop: PostingStopView;
  readonly held: readonly OutboxView[];
  /** In the quarter of an hour before. */
  readonly left: readonly OutboxView[];
  /** On their way when the stop came, and nobody knows. */
  readonly unknown: readonly OutboxView[];
}

/** What happened for one recipient of a mail. */
export interface DeliveryView {
  readonly recipient: string;
  readonly outcome: 'accepted' | 'refused' | 'unknown' | 'not-tried';
  readonly answer: string | null;
}

/** GET /api/v1/sandbox */
export const sandboxQuerySchema = z.object({
  space: idSchema.optional(),
  before: idSchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
/** What would have left, had it been real. */
export interface SandboxPost {
  readonly id: number;
  readonly incidentId: number;
  readonly incident: string;
  readonly publication: number;
  readonly spaceId: number;
  readonly brandId: number;
  readonly exit: { readonly name: string; readonly kind: ExitKind };
  readonly channel: OutletChannel;
  readonly language: TextLanguage;
  readonly text: string;
  readonly hash: string;
  readonly attachments: readonly { readonly name: string; readonly sha256: string }[];
  /** By the clock of its space. */
  readonly at: string;
}
