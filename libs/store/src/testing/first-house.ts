/**
 * Rows for every table of the first schema, in plain SQL: it never changes, whatever later migrations do. Builders that
 * write through today's repositories would need today's schema.
 */
export const FIRST_HOUSE = `
insert into brand (name) values ('Nordwind');
insert into person (name, email, email_key, language) values ('Lena', 'Lena@example.org', 'lena@example.org', 'de');
insert into person_grant (person_id, role, brand_id) values (1, 'lead', null);
insert into session (token_hash, csrf, person_id, device, expires_at) values ('\\x00', 'c', 1, 'browser', now());
insert into account_link (token_hash, kind, person_id, expires_at) values ('\\x01', 'invitation', 1, now());
insert into sign_in_attempt (subject) values ('lena');
insert into audit_entry (person_id, person_name, action, subject) values (1, 'Lena', 'topic.created', 'Nordwind');
insert into space (kind, brand_id, name, now_at) values ('drill', 1, 'Übung', '2025-01-01T00:00:00Z');
insert into topic (space_id, brand_id, name, kind, query) values (1, 1, 'Nordwind', 'company', 'Nordwind');
insert into source (space_id, name, brand_id) values (1, 'feed', 1);
insert into source_token (source_id, token_hash, hint) values (1, '\\x02', 'abc');
insert into source_hour (source_id, hour, accepted) values (1, '2026-11-22T08:00:00Z', 1);
insert into intake_reject (source_id, line, code, params, sample) values (1, 3, 'bad-json', '{}', '(3 characters)');

create table mention_20261122 (like mention including all);
create table hit_20261122 (like hit including all);
create table judgement_20261122 (like judgement including all);
create table mention_search_20261122 (like mention_search including all);
create table repost_20261122 (like repost including all);
alter table mention attach partition mention_20261122 for values from (2077900000000000) to (2078000000000000);
alter table hit attach partition hit_20261122 for values from (2077900000000000) to (2078000000000000);
alter table judgement attach partition judgement_20261122 for values from (2077900000000000) to (2078000000000000);
alter table mention_search attach partition mention_search_20261122
  for values from (2077900000000000) to (2078000000000000);
alter table repost attach partition repost_20261122 for values from (2077900000000000) to (2078000000000000);
insert into mention_key (key, mention_id, version, deleted)
  values ('00112233-4455-6677-8899-aabbccddeeff', 2077900000000000, 0, false);
insert into mention (id, space_id, source_id, kind, channel, tier, author_key, text, published_at, observed_at,
    received_at, minute, backfill, external_id, version, repost_of, topics, negative)
  values (2077900000000000, 1, 1, 0, 0, 0, 77, 'Nordwind: der Akku wird heiß!', '2026-11-22T08:00:00Z',
    '2026-11-22T08:00:00Z', '2026-11-22T08:00:01Z', 29921760, false, 'm1', 0, 'm0', '{1}', 800);
insert into hit values (1, 2077900000000000, 29921760, false);
insert into judgement (mention_id, negative, neutral, positive, lang, model)
  values (2077900000000000, 700, 200, 100, 'de', 'test 1');
insert into mention_search values (2077900000000000, 1, 77, to_tsvector('simple', 'der Akku wird heiß'));
insert into repost values (1, 'm0', 2077900000000000);
insert into author (key, source_id, native_id, handle, seen_on) values (77, 1, 'zoe', 'zoe', '2026-11-22');
insert into author_news (key, source_id, native_id, handle, seen_on) values (78, 1, 'max', 'max', '2026-11-22');
insert into topic_minute (topic_id, minute, total, negative) values (1, 29921760, 1, 700);
insert into intake_batch (space_id, first_id, last_id, topics) values (1, 2077900000000000, 2077900000000000, '{1}');
insert into stage_offset (stage, xid, id) values ('second-look', '5', 1);
insert into detector_snapshot (topic_id, space_id, minute, detector, state) values (1, 1, 29921760, '1', '{}');
insert into alert (space_id, brand_id, topic_id, topic_name, state, version, opened_at, level, body)
  values (1, 1, 1, 'Nordwind', 'open', 1, '2026-11-22T08:01:00Z', 3, '{"level": 3}');
insert into alert_event (alert_id, seq, body) values (1, 1, '{"type": "raised"}');
insert into live_stream (stream, seq) values (1, 1);
insert into live_log (stream, seq, body) values (1, 1, '{"type": "alert"}');
insert into setting (key, value) values ('some.setting', '"kept"');
`;
