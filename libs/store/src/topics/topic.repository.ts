import { DEFAULT_SENSITIVITY, DomainError, type Topic } from '@sturmwarte/domain';
import { In, type Repository } from 'typeorm';
import type { Database } from '../database.js';
import type { Tx } from '../tx.js';
import { violates } from '../violates.js';
import { TopicEntity } from './topic.entity.js';

/** What nobody chose is standard. */
type Choice = 'sensitivity' | 'headStart' | 'cooldownMinutes';
export type TopicValues = Omit<Topic, 'id' | Choice> & Partial<Pick<Topic, Choice>>;
export type TopicChange = Partial<
  Pick<Topic, 'name' | 'kind' | 'query' | 'rules' | Choice | 'active'>
>;

export interface TopicFilter {
  readonly spaceId?: number;
  readonly brands: 'all' | readonly number[];
}

const NAME_KEY = 'topic_space_id_brand_id_name_key';

/** What is watched. Refuses `name-taken` and `not-found`. */
export class TopicRepository {
  constructor(private readonly db: Database) {}

  /** The topics matchers and detectors must know, oldest first. */
  async active(spaceId: number): Promise<Topic[]> {
    const rows = await this.topics().find({ where: { spaceId, active: true }, order: { id: 1 } });
    return rows.map(topicOf);
  }

  async list({ spaceId, brands }: TopicFilter): Promise<Topic[]> {
    const rows = await this.topics().find({
      where: {
        ...(spaceId === undefined ? {} : { spaceId }),
        ...(brands === 'all' ? {} : { brandId: In([...brands]) }),
      },
      order: { spaceId: 1, name: 1, id: 1 },
    });
    return rows.map(topicOf);
  }

  async find(id: number, tx?: Tx): Promise<Topic> {
    const row = await this.topics(tx).findOneBy({ id });
    if (row === null) throw new DomainError('not-found', { what: 'topic', id });
    return topicOf(row);
  }

  async create(values: TopicValues, tx: Tx): Promise<Topic> {
    const { sensitivity = DEFAULT_SENSITIVITY, headStart = null, cooldownMinutes = 0 } = values;
    const chosen = { sensitivity, headStart, cooldownMinutes };
    return this.save({ ...values, ...chosen, rules: [...values.rules] }, tx);
  }

  async change(id: number, change: TopicChange, tx: Tx): Promise<Topic> {
    const before = await this.find(id, tx);
    const after = { ...before, ...change };
    return this.save({ ...after, rules: [...after.rules] }, tx);
  }

  /**
   * Removes a topic that never alerted, with its counters. One that has alerts is part of the record: it can be
   * switched off, not removed (`conflict` with the number of alerts).
   */
  async remove(id: number, tx: Tx): Promise<void> {
    const [row] = await tx.query<{ alerts: number }>(
      'select count(*)::int as alerts from alert where topic_id = $1',
      [id],
    );
    const alerts = row?.alerts ?? 0;
    if (alerts > 0) throw new DomainError('conflict', { what: 'topic', alerts });
    await tx.query('delete from topic_minute where topic_id = $1', [id]);
    await tx.query('delete from hit where topic_id = $1', [id]);
    await this.topics(tx).delete({ id });
  }

  private async save(values: Partial<TopicEntity>, tx: Tx): Promise<Topic> {
    try {
      return topicOf(await this.topics(tx).save(this.topics(tx).create(values)));
    } catch (error) {
      if (violates(error, NAME_KEY)) {
        throw new DomainError('name-taken', { name: values.name ?? '' });
      }
      throw error;
    }
  }

  private topics(tx?: Tx): Repository<TopicEntity> {
    return (tx?.manager ?? this.db.dataSource.manager).getRepository(TopicEntity);
  }
}

function topicOf(row: TopicEntity): Topic {
  const { id, spaceId, brandId, name, kind, query, rules, active } = row;
  const { sensitivity, headStart, cooldownMinutes } = row;
  const chosen = { sensitivity, headStart, cooldownMinutes };
  return { id, spaceId, brandId, name, kind, query, rules, ...chosen, active };
}
