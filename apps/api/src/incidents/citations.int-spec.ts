import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IncidentView } from '@sturmwarte/contracts';
import { RetentionRepository } from '@sturmwarte/store';
import {
  aWatchedTopic,
  eraseMention,
  IncidentHouse,
  journalFaults,
  sendMentions,
  type Colleague,
} from '../testing/index.js';

describe('an incident that cites mentions', () => {
  let house: IncidentHouse;
  let mia: Colleague; // community
  let incident: IncidentView;

  beforeAll(async () => {
    house = await IncidentHouse.start();
    mia = await house.colleague('Mia', 'community');
    await house.storm();
    incident = await house.open(mia);
  }, 90_000);
  afterAll(() => house.app.close());

  it('cites mentions by reference and salted hash, never by their words', async () => {
    const [mention] = (
      (await mia.browser.get('/api/v1/mentions')).body as {
        mentions: { id: string; text: string }[];
      }
    ).mentions;
    const cited = await house.done(mia, incident.id, {
      type: 'write-entry',
      kind: 'fact',
      text: 'Erste Bilder vom Brand',
      mentionIds: [mention?.id],
    });
    expect(JSON.stringify(cited)).not.toContain('Katastrophe');
    expect(cited.entries[0]?.event).toMatchObject({ contents: [{ mentionId: mention?.id }] });
  });

  it('shows what an entry refers to, held against its hash, to those who may enter and see it', async () => {
    const { entries } = await house.room(mia, incident.id);
    const [ref] = entries.flatMap(({ event }) =>
      event.type === 'entry-written' ? event.contents : [],
    );
    const path = `/api/v1/incidents/${incident.id}/contents?mentions=${ref?.mentionId}`;
    expect((await mia.browser.get(path)).body).toMatchObject([
      { hash: ref?.hash, mention: { text: expect.stringContaining('Katastrophe') } },
    ]);
    // Administration reads no mentions; whoever is in no way part of the incident does not come in.
    const ada = await house.colleague('Ada', 'admin');
    expect((await ada.browser.get(path)).status).toBe(403);
    // What no entry refers to is not read this way.
    const { mentions } = (await mia.browser.get('/api/v1/mentions')).body as {
      mentions: { id: string }[];
    };
    const other = mentions.find(({ id }) => id !== ref?.mentionId)?.id;
    const asked = await mia.browser.get(
      `/api/v1/incidents/${incident.id}/contents?mentions=${other}`,
    );
    expect(asked.body).toEqual([{ mentionId: other, hash: null, mention: null }]);
    expect((await mia.browser.get(`${path},x`)).status).toBe(400);
  });

  it('cites no mention of a brand that the writer may not read', async () => {
    const other = await aWatchedTopic(house.app, 'Südwind');
    const atMs = house.app.clock.now();
    const text = 'Südwind enttäuscht uns, eine Frechheit!';
    await sendMentions({ url: house.app.url, token: other.token, count: 1, text, atMs });
    await house.settled();
    const { rows } = await house.app.db.pool.query<{ id: string }>(
      `select id::text from mention where text like 'Südwind%'`,
    );
    const entry = { type: 'write-entry', kind: 'note', text: 'Siehe da' };
    const refused = await house.ask(mia, incident.id, { ...entry, mentionIds: [rows[0]?.id] });
    expect(refused.status).toBe(404);
  });

  it('loses the salt of a citation when its mention is erased or expires, and stays whole', async () => {
    const { pool } = house.app.db;
    const salts = async () =>
      (await pool.query('select mention_id from incident_content order by 1')).rows.length;
    const { mentions } = (await mia.browser.get('/api/v1/mentions')).body as {
      mentions: { id: string; text: string }[];
    };
    const [, second, third] = mentions;
    const mentionIds = [second?.id, third?.id];
    const entry = { type: 'write-entry', kind: 'fact', text: 'Zwei Stimmen', mentionIds };
    await house.done(mia, incident.id, entry);
    const before = await salts();
    await eraseMention(
      house.app.url,
      house.watched.token,
      `m${/\d+$/.exec(second?.text ?? '')?.[0]}`,
    );
    expect(await salts()).toBe(before - 1);
    const cited = await mia.browser.get(
      `/api/v1/incidents/${incident.id}/contents?mentions=${mentionIds.join(',')}`,
    );
    expect(cited.body).toMatchObject([
      { mentionId: second?.id, hash: null, mention: null },
      { mentionId: third?.id, hash: expect.any(String), mention: { id: third?.id } },
    ]);
    await new RetentionRepository(pool).run(house.app.clock.now() + 200 * 86_400_000);
    expect(await salts()).toBe(0);
    expect(await journalFaults(house.app.db)).toEqual([]);
  });
});
