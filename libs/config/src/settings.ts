import { z } from 'zod';
import type { Setting } from './setting.js';
import {
  databaseUrlText,
  holidayRegionText,
  portText,
  proxiesText,
  publicUrlText,
  whole,
  yesNoText,
  zoneText,
} from './text-schemas.js';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Secrets shorter than this are guessed. */
const SECRET_MIN = 32;

const setting = <T>(value: Setting<T>): Setting<T> => value;
/** Sent in a header, so nothing a header would change. */
const tokenText = z
  .string()
  .regex(
    new RegExp(`^[\\w.~+/=-]{${SECRET_MIN},200}$`),
    `must have ${SECRET_MIN} to 200 letters, digits or signs of -._~+/=`,
  );
const secretText = z.string().min(SECRET_MIN, `must have at least ${SECRET_MIN} characters`);

/** Every setting there is. None is needed for a first start. */
export const SETTINGS = {
  port: setting({
    name: 'PORT',
    schema: portText,
    fallback: 4400,
    fallbackText: '4400',
    why: 'Where the console and the interface answer; 0 takes any free port.',
  }),
  host: setting({
    name: 'HOST',
    schema: z.string(),
    fallback: '127.0.0.1',
    fallbackText: '127.0.0.1',
    why: 'Which network may reach the server. Open it (0.0.0.0) only behind a proxy that speaks TLS.',
  }),
  databaseUrl: setting<string | null>({
    name: 'DATABASE_URL',
    schema: databaseUrlText,
    fallback: null,
    fallbackText: 'the embedded PostgreSQL in DATA_DIR',
    why: 'A PostgreSQL 15 or newer of your own, with your own backups.',
  }),
  databasePoolMax: setting({
    name: 'DATABASE_POOL_MAX',
    schema: whole(4, 500),
    fallback: 10,
    fallbackText: '10',
    why: 'Connections per pool (two pools: mentions, everything else); their sum must fit the database.',
  }),
  dataDir: setting({
    name: 'DATA_DIR',
    schema: z.string(),
    fallback: '.sturmwarte',
    fallbackText: '.sturmwarte',
    why: 'Home of the embedded database and of the secret; put it on a disk that is backed up.',
  }),
  publicUrl: setting<string | null>({
    name: 'PUBLIC_URL',
    schema: publicUrlText,
    fallback: null,
    fallbackText: 'http://HOST:PORT',
    why: 'The address people type; links use it, and https makes cookies travel over TLS only.',
  }),
  trustedProxies: setting<readonly string[]>({
    name: 'TRUSTED_PROXIES',
    schema: proxiesText,
    fallback: [],
    fallbackText: 'none',
    why: 'Whose X-Forwarded-* headers are believed; without it every sign-in seems to come from the proxy.',
  }),
  logLevel: setting<LogLevel>({
    name: 'LOG_LEVEL',
    schema: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`),
    fallback: 'info',
    fallbackText: 'info',
    why: 'How much is written to standard output, one JSON object a line.',
  }),
  intakeQueueMax: setting({
    name: 'INTAKE_QUEUE_MAX',
    schema: whole(100, 10_000_000),
    fallback: 20_000,
    fallbackText: '20000',
    why: 'Mentions waiting for their commit before senders are told to come back (429).',
  }),
  sessionIdleHours: setting({
    name: 'SESSION_IDLE_HOURS',
    schema: whole(1, 720),
    fallback: 24,
    fallbackText: '24',
    why: 'Hours without a sign of life after which a session ends.',
  }),
  sessionMaxDays: setting({
    name: 'SESSION_MAX_DAYS',
    schema: whole(1, 365),
    fallback: 14,
    fallbackText: '14',
    why: 'Days after which everyone signs in again, however busy.',
  }),
  proofMaxAgeMs: setting({
    name: 'PROOF_MAX_AGE_MS',
    schema: whole(10_000, 3_600_000),
    fallback: 300_000,
    fallbackText: '300000, five minutes',
    why: 'How long a proof of identity stands before approving and publishing ask for a new one.',
  }),
  metricsToken: setting<string | null>({
    name: 'METRICS_TOKEN',
    schema: tokenText,
    fallback: null,
    fallbackText: 'none: /metrics answers this machine only',
    why: 'Bearer token for a collector on another machine.',
  }),
  timeZone: setting({
    name: 'TIME_ZONE',
    schema: zoneText,
    fallback: 'Europe/Berlin',
    fallbackText: 'Europe/Berlin',
    why: 'Whose days and hours count, for what is usual and for legal periods; best set before the first start.',
  }),
  holidayRegion: setting({
    name: 'HOLIDAY_REGION',
    schema: holidayRegionText,
    fallback: 'DE',
    fallbackText: 'DE, the holidays all Länder share',
    why: 'Public holidays that move the end of a legal period: a country (AT), a state (DE-BY) or a part of it.',
  }),
  incidentAutoJoin: setting({
    name: 'INCIDENT_AUTO_JOIN',
    schema: yesNoText,
    fallback: false,
    fallbackText: 'no',
    why: 'An alarm that shares mentions, copies or authors with an open incident joins it by itself (yes) or is proposed (no).',
  }),
  secret: setting<string | null>({
    name: 'SECRET',
    schema: secretText,
    fallback: null,
    fallbackText: 'random, kept in DATA_DIR/secret',
    why: 'Salt of pseudonyms: must be the same on every machine that shares a database.',
  }),
};

type Settings = typeof SETTINGS;
export type SettingKey = keyof Settings;
type Values = {
  readonly [K in SettingKey]: Settings[K] extends Setting<infer T> ? T : never;
};

/** All settings as read; frozen. */
export interface Config extends Omit<Values, 'secret'> {
  readonly secret: string;
}
