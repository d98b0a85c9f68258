import type { Pool } from './pool.js';

/** Refused lines are for the days after; nobody looks at older ones. */
const REJECTS_KEPT_DAYS = 30;

/** The end of what a source that keeps so many days still has; the same boundary as for the days of mentions. */
const beforeDays = (days: string) => `< to_timestamp(($1::int - (${days})) * 86400.0)`;

/** The shortest time of the sources that speak to a brand in a space; without any, `$2`. */
const shortest = (space: string, brand: string) =>
  `coalesce((select min(s.retention_days) from source s
    where s.space_id = ${space} and (s.brand_id is null or s.brand_id = ${brand})), $2::int)`;

/** Words of evidence: terms that stood out, hashtags among what drives it, and outlets by the name a mention gave. */
const hasWords = (path: string) =>
  `(jsonb_typeof(${path} -> 'evidence' -> 'terms') = 'array' and ${path} -> 'evidence' -> 'terms' <> '[]'
    or jsonb_typeof(${path} #> '{evidence,drivers,hashtags}') = 'array'
      and ${path} #> '{evidence,drivers,hashtags}' <> '[]'
    or jsonb_typeof(${path} #> '{evidence,course,outlets}') = 'array'
      and ${path} #> '{evidence,course,outlets}' <> '[]'
    or jsonb_typeof(${path} -> 'peakTerms') = 'array' and ${path} -> 'peakTerms' <> '[]')`;

/** `within`: the path of the alert or event in the body, with its comma. What is not there is not created. */
const withoutWords = (body: string, within = '') =>
  ['evidence,terms', 'evidence,drivers,hashtags', 'evidence,course,outlets', 'peakTerms'].reduce(
    (sql, path) => `jsonb_set(${sql}, '{${within}${path}}', '[]', false)`,
    body,
  );

/**
 * What mentions leave behind elsewhere goes when they go: samples of refused lines, and the words that stood out, in
 * alerts, their history and the consoles' log. The figures stay. So do journals: they hold salted hashes, and lose the
 * salts. A word came from several sources perhaps: it goes with the first of them.
 */
export async function eraseTraces(pool: Pool, today: number, longest: number): Promise<void> {
  await pool.query(
    `delete from intake_reject r using source s
     where s.id = r.source_id and r.at ${beforeDays(`least(s.retention_days, ${REJECTS_KEPT_DAYS})`)}`,
    [today],
  );
  await pool.query(
    `delete from incident_content c where not exists (select from mention m where m.id = c.mention_id)`,
  );
  const days = [today, longest];
  const ofAlert = shortest('a.space_id', 'a.brand_id');
  await pool.query(
    `update alert_event e set body = ${withoutWords('e.body')}
     from alert a where a.id = e.alert_id and ${hasWords('e.body')} and e.recorded_at ${beforeDays(ofAlert)}`,
    days,
  );
  await pool.query(
    `update alert a set body = ${withoutWords('a.body')}
     where ${hasWords('a.body')} and not exists (
       select from alert_event e where e.alert_id = a.id and jsonb_typeof(e.body -> 'evidence') = 'object'
         and not e.recorded_at ${beforeDays(ofAlert)})`,
    days,
  );
  const told = `(l.body -> 'alert' ->> 'spaceId')::int`;
  const toldBrand = `(l.body -> 'alert' ->> 'brandId')::int`;
  await pool.query(
    `update live_log l set body = ${withoutWords('l.body', 'alert,')}
     where ${hasWords(`l.body -> 'alert'`)} and l.at ${beforeDays(shortest(told, toldBrand))}`,
    days,
  );
}
