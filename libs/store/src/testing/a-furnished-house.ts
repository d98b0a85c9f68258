import { aDemoPlaybook, anEvidence, anOpening, DEMO_PLAYBOOK } from '@sturmwarte/domain/testing';
import type { Database } from '../database.js';
import {
  AttachmentRepository,
  ContentHashes,
  IncidentRepository,
  lockIncidents,
  recordEntries,
  recordOpening,
  takeNumber,
} from '../incidents/index.js';
import { MentionWriter } from '../mentions/mention-writer.js';
import { indexForSearch } from '../mentions/search-index.js';
import { SecondLookRepository } from '../mentions/second-look.repository.js';
import { StageRepository } from '../mentions/stage.repository.js';
import { RejectRepository } from '../mentions/reject-repository.js';
import { aMention, anErasure } from './a-mention.js';

const DAY_MS = 86_400_000;

/** Letters that files, lines and COPY could stumble over. */
export const AWKWARD = 'Grüße\tan\\alle\n\\.\r "Zoë" 🔥 \u2028 {null,\\N} ελλάδα';

/** A migrated database with something in every table: three days of mentions, judged and searchable, an alert and its incident. */
export async function furnish(db: Database, nowMs: number): Promise<void> {
  await db.migrate();
  await db.pool.query(FURNITURE);
  await db.pool.query(
    `insert into alert (space_id, brand_id, topic_id, topic_name, state, version, opened_at, level, body)
       values (1, 1, 1, 'Nordwind', 'open', 1, now(), 3, $1)`,
    [{ note: AWKWARD, evidence: anEvidence() }],
  );
  await db.pool.query(`insert into alert_event (alert_id, seq, body) values (1, 1, $1)`, [
    { type: 'raised', evidence: anEvidence() },
  ]);
  await db.pool.query(`insert into live_log (stream, seq, body) values (1, 7, $1)`, [
    { type: 'alert', text: AWKWARD },
  ]);
  await burn(db, nowMs);
  await db.pool.query(WORDS);
  const code = 'field-invalid';
  const reject = { line: 3, code, params: { field: 'url' }, sample: AWKWARD } as const;
  await new RejectRepository(db.pool).add([
    { sourceId: 1, count: 1, atMs: nowMs, listed: [reject] },
  ]);
  for (const daysAgo of [2, 1, 0]) await speak(db, nowMs - daysAgo * DAY_MS);
  await lookAgain(db);
  await cite(db);
}

/** An incident from the alert, with a playbook and a file. */
async function burn(db: Database, nowMs: number): Promise<void> {
  const at = new Date(nowMs).toISOString();
  const by = { id: 1, name: 'Lena' };
  const playbook = aDemoPlaybook();
  await db.transaction(async (tx) => {
    const number = await takeNumber(tx, 'live', new Date(nowMs).getUTCFullYear());
    const alert = { id: 1, number: 1, topicId: 1, topicName: 'Nordwind' };
    const alerts = [{ alert, sign: { level: 3, channels: ['x'] } }] as const;
    await new IncidentRepository(db).keepPlaybook(DEMO_PLAYBOOK.hash, playbook, tx);
    const opened = anOpening({ number, alerts, title: AWKWARD });
    const started = { how: 'by-hand', reasons: [], phase: playbook.phases[0]?.id ?? '' } as const;
    const events = [
      opened,
      { type: 'playbook-started', playbook: DEMO_PLAYBOOK, ...started },
    ] as const;
    const first = await recordOpening(tx, { events, at, by, nextTurn: () => at });
    const { id } = first.view;
    const file = { name: AWKWARD, mediaType: 'text/plain', content: Buffer.from(AWKWARD) };
    const attachment = await new AttachmentRepository(db).keep(tx, { incidentId: id, ...file });
    const locked = (await lockIncidents(tx, [id])).get(id);
    if (locked === undefined) throw new Error('no incident');
    const added = { type: 'attachment-added', attachment, note: AWKWARD } as const;
    await recordEntries(tx, locked, { events: [added], at, by, nextTurn: () => at });
  });
}

/** Somebody's words, in the journal by their hash. */
async function cite(db: Database): Promise<void> {
  const { rows } = await db.pool.query<{ id: string }>(
    'select id from mention order by id limit 1',
  );
  const { id: mentionId = '' } = rows[0] ?? {};
  await db.transaction(async (tx) => {
    const locked = (await lockIncidents(tx, [1])).get(1);
    if (locked === undefined) throw new Error('no incident');
    const { incident } = locked;
    const contents = await new ContentHashes(db).of(tx, 1, incident.spaceId, [mentionId]);
    const said = {
      type: 'entry-written',
      kind: 'fact',
      text: AWKWARD,
      source: 'x',
      contents,
    } as const;
    const { at, by } = incident.opened;
    await recordEntries(tx, locked, { events: [said], at, by, nextTurn: () => at });
  });
}

/** One day's mentions: matched, edited, erased, reposted, kept quiet, of nobody and of somebody. */
async function speak(db: Database, nowMs: number): Promise<void> {
  const writer = new MentionWriter(db.pool, { secret: 's', now: () => nowMs });
  await writer.prepare();
  const made = Array.from({ length: 300 }, (_, n) =>
    aMention({
      externalId: `${nowMs} ${n}`,
      text: `${AWKWARD} ${n}`,
      topics: n % 3 === 0 ? [1, 2] : n % 3 === 1 ? [1] : [],
      negative: n % 1000,
      minute: Math.floor(nowMs / 60_000) - (n % 7),
      authorId: n % 5 === 0 ? '' : `author ${n % 40}`,
      handle: AWKWARD,
      ...(n % 10 === 0 ? { repostOf: `${nowMs} 1` } : {}),
      ...(n % 33 === 0 ? { quiet: new Map([[1, 1]]) } : {}),
    }),
  );
  await writer.submit(made);
  await writer.submit([
    aMention({ externalId: `${nowMs} 1`, version: 2, topics: [2], negative: 900 }),
    anErasure({ externalId: `${nowMs} 3` }),
  ]);
  await writer.stop();
}

/** One stage is at the end of the log, the other in the middle of it, as it happens. */
async function lookAgain(db: Database): Promise<void> {
  const stages = new StageRepository(db.pool);
  const { rows } = await db.pool.query<{ xid: string; id: string; first: string; last: string }>(
    `select xid::text as xid, id::text as id, first_id as first, last_id as last from intake_batch order by xid, id`,
  );
  const batches = rows.map(({ xid, id, first, last }) => ({
    ...{ xid, id, spaceId: 1, replaced: [], topics: [], committedAt: new Date() },
    firstId: first === null ? null : Number(first),
    lastId: last === null ? null : Number(last),
  }));
  const [end, middle] = [batches.at(-1), batches.at(2)];
  if (!end || !middle) throw new Error('nothing was said');
  await stages.advance('search-index', await stages.place('search-index'), end, (client) =>
    indexForSearch(client, batches),
  );
  const second = new SecondLookRepository(db.pool);
  const judged = await second.unjudged(batches.slice(0, 3), 0, 100);
  await stages.advance('second-look', await stages.place('second-look'), middle, async (client) => {
    const word = { negative: 700, neutral: 200, positive: 100, lang: 'de', aggressive: false };
    await second.store(
      client,
      judged.map(({ id, version }) => ({ ...word, id, version, model: 'test 1' })),
    );
  });
}

const FURNITURE = `
insert into brand (name) values ('Nordwind'), ('Südwind');
insert into person (name, email, email_key, language, password_hash)
  values ('Lena', 'Lena@example.org', 'lena@example.org', 'de', 'hash');
insert into person_grant (person_id, role, brand_id) values (1, 'lead', null), (1, 'pr', 2);
insert into session (token_hash, csrf, person_id, device, expires_at)
  values ('\\x00ff5c0a', 'c', 1, 'browser', now());
insert into account_link (token_hash, kind, person_id, expires_at) values ('\\x01', 'invitation', 1, now());
insert into sign_in_attempt (subject) values ('lena');
insert into person_totp (person_id, secret, created_at) values (1, '\\x03', now());
insert into passkey (person_id, credential_id, public_key, counter, transports, name, created_at)
  values (1, 'key', '\\x04', 3, '{usb,nfc}', 'Schlüssel', now());
insert into recovery_code (person_id, code_hash) values (1, '\\x05');
insert into sign_in_step (token_hash, person_id, expires_at) values ('\\x06', 1, now());
insert into passkey_challenge (challenge, purpose, session_id, expires_at) values ('c', 'prove', 1, now());
insert into audit_entry (person_id, person_name, action, subject) values (1, 'Lena', 'topic.created', 'Nordwind');
insert into space (kind, brand_id, name, now_at) values ('drill', 1, 'Übung', '2025-01-01T00:00:00.123456Z');
insert into topic (space_id, brand_id, name, kind, query)
  values (1, 1, 'Nordwind', 'company', 'Nordwind'), (1, 2, 'Südwind', 'company', 'Südwind');
insert into topic_label (topic_id, kind, from_at, to_at, reason, note, by_id, by_name, at)
  values (1, 'nothing', now() - interval '1 day', now(), 'positive', 'Grüße', 1, 'Lena', now());
insert into source (space_id, name, brand_id) values (1, 'feed', 1);
insert into source_token (source_id, token_hash, hint) values (1, '\\x02', 'abc');
insert into detector_snapshot (topic_id, space_id, minute, detector, state) values (1, 1, 5, '1', '{"a": [1.5, null]}');
insert into live_stream (stream, seq) values (1, 7);
insert into author (key, source_id, native_id, seen_on) values (-9007199254740993, 1, 'zoe', '2026-11-20');
insert into setting (key, value) values ('some.setting', '"kept"');
insert into wording_rule (brand_id, de, en, why, severity)
  values (null, '["Kund*"]', '[]', '{"de": "Grüße", "en": "why"}', 'warn');
insert into brand_address (brand_id, address) values (1, 'sie');
insert into agreed_wording (brand_id, body) values (1, '{}');
insert into agreed_wording_entry (wording_id, seq, at, by_id, by_name, event)
  values (1, 1, now(), 1, 'Lena', '{"type": "withdrawn", "reason": "Grüße"}');
insert into all_clear_told (person_id, until) values (1, now());
insert into exit (brand_id, name, kind, channels, settings, secrets, active)
  values (1, 'Newsroom', 'webhook', '{website}', '{"url": "https://nordwind.example"}', '\\x07', true);
insert into mute (space_id, brand_id, kind, topic_id, name, reason, from_at, until_at, breaks_through, by_id, by_name)
  values (1, 1, 'topic', 1, 'Nordwind', 'Grüße', now(), now() + interval '1 hour', true, 1, 'Lena');
insert into mute_event (mute_id, seq, kind, at, by_id, by_name, reason, until_at)
  values (1, 1, 'set', now(), 1, 'Lena', 'Grüße', now() + interval '1 hour');
insert into planned_peak (space_id, brand_id, topic_id, title, from_at, until_at, multiple, by_id, by_name)
  values (1, 1, null, 'Grüße', now(), now() + interval '1 hour', 2.5, 1, 'Lena');
insert into posting_stop (brand_id, kind, at, by_id, by_name, reason) values (1, 'stop', now(), 1, 'Lena', 'Grüße');
`;

/** Words on their way out of the incident. */
const WORDS = `
insert into publication_outbox (incident_id, entry, space_id, brand_id, exit_id, channel, language, state, not_before)
  values (1, 1, 1, 1, 1, 'website', 'de', 'confirmed', now());
insert into publication_delivery (incident_id, entry, recipient, outcome, answer)
  values (1, 1, 'zoe@example.org', 'accepted', 'Grüße');
insert into sandbox_post (incident_id, entry, space_id, brand_id, exit_name, exit_kind, channel, language, text, hash,
    attachments, at)
  values (1, 1, 1, 1, 'Newsroom', 'webhook', 'website', 'de', 'Grüße', 'h', '[]', now());
insert into wording_reading (person_id, incident_id, statement, channel, language, version)
  values (1, 1, 5, 'website', 'de', 2);
`;
