import type { IncidentView } from '@sturmwarte/contracts';
import type { Database } from '../database.js';
import { IncidentRepository } from './incident.repository.js';

/** More than these nobody reads at a sign-in; the list of incidents has them all. */
const MOST = 20;

/** Who has heard of which all-clear. Those of drills and replays are told to nobody who was not there. */
export class AllClearRepository {
  private readonly incidents: IncidentRepository;

  constructor(private readonly db: Database) {
    this.incidents = new IncidentRepository(db);
  }

  /** Incidents of these brands that ended since the person was last told (a new one: since they are here), oldest first. */
  async untold(personId: number, brands: 'all' | readonly number[]): Promise<IncidentView[]> {
    const { rows } = await this.db.pool.query<{ id: number }>(
      `select i.id from incident i join space s on s.id = i.space_id join person p on p.id = $1
       left join all_clear_told t on t.person_id = p.id
       where i.state = 'all-clear' and s.kind = 'live' and ($2::int[] is null or i.brand_id = any($2))
         and (i.body -> 'allClear' ->> 'at')::timestamptz > coalesce(t.until, p.created_at)
       order by i.ended_at desc limit ${MOST}`,
      [personId, brands === 'all' ? null : brands],
    );
    return Promise.all(rows.reverse().map(({ id }) => this.incidents.find(id)));
  }

  /** Shown up to here; never back. */
  async told(personId: number, until: Date): Promise<void> {
    await this.db.pool.query(
      `insert into all_clear_told (person_id, until) values ($1, $2)
       on conflict (person_id) do update set until = greatest(all_clear_told.until, excluded.until)`,
      [personId, until],
    );
  }
}
