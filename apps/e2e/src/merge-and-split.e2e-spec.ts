import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { AlertView, IncidentView } from '@sturmwarte/contracts';
import { chapters } from './support/chapters.js';
import { Eyes } from './support/eyes.js';
import { stirUp, watchTopic } from './support/feed.js';
import { House } from './support/house.js';
import { PATIENCE_MS } from './support/people.js';
import { choose, fill, panelOf, verbOf } from './support/room.js';
import { faultsInBothSchemes } from './support/screens.js';

const seeing = see.configure({ timeout: PATIENCE_MS });

describe('incidents that belong together, and those that do not', () => {
  const chapter = chapters();
  let house: House;
  let atAnna: Page;
  /** Community management; reads English. */
  let atDora: Page;
  let first: IncidentView;
  const eyes = new Eyes();
  const faults: string[] = [];
  const told = { akku: 'Akku brennt', kiel: 'Akku brennt in Kiel', laden: 'Akku im Laden' };

  const proposedOf = (page: Page, topic: string) =>
    page.getByRole('group', { name: new RegExp(`${topic} (könnte hierher|could belong)`) });

  beforeAll(async () => {
    house = await House.open();
    const { anna, brandId, feed } = house;
    await watchTopic(anna, { name: 'Akku', brandId });
    const alert = await stirUp(anna, feed, 'Akku');
    const dora = await house.join('Dora', 'community');
    first = await house.incident(anna, told.akku, { alertIds: [alert.id] });
    atAnna = await house.window(anna);
    atDora = await house.window(dora, { language: 'en' });
    for (const page of [atAnna, atDora]) await page.goto(`/incidents/${first.id}`);
    await seeing(atDora.getByRole('heading', { level: 1, name: told.akku })).toBeVisible();
  }, 120_000);
  afterAll(() => house?.close(), 60_000);

  /** Another alert some of the same people speak in. */
  const another = async (topic: string): Promise<AlertView> => {
    const { anna, brandId, feed } = house;
    await watchTopic(anna, { name: topic, brandId });
    return stirUp(anna, feed, topic, `Akku ${topic}`);
  };

  chapter('an alert with the same voices is proposed, with the reason, and joined', async () => {
    const kiel = await another('Kiel');
    await seeing(proposedOf(atAnna, 'Kiel')).toContainText(/\d+ gemeinsame Stimmen/);
    await seeing(proposedOf(atDora, 'Kiel')).toBeVisible();
    await eyes.see(
      proposedOf(atDora, 'Kiel').getByRole('button', { name: 'Add' }),
      panelOf(atAnna, /^Alarme \(2\)/).getByRole('link', { name: `A-${kiel.number} Kiel` }),
    );
    await seeing(proposedOf(atAnna, 'Kiel')).toHaveCount(0);
    await atDora.goto(`/alerts/${kiel.id}`);
    await seeing(
      atDora.getByRole('link', { name: `To incident ${first.incident.number}` }),
    ).toBeVisible();
    await atDora.goto(`/incidents/${first.id}`);
  });

  chapter('another is declined with a reason, and is not proposed again', async () => {
    const lager = await another('Lager');
    await proposedOf(atAnna, 'Lager').getByRole('button', { name: 'Gehört nicht hierher' }).click();
    faults.push(...(await faultsInBothSchemes(atAnna, 'decline an alert')));
    await fill(atAnna, { Grund: 'Ein anderer Hersteller' });
    await eyes.see(
      verbOf(atAnna, 'Gehört nicht hierher'),
      atDora.getByText('Ein anderer Hersteller'),
    );
    // The alert moves on; what was declined stays declined.
    const { caller } = house.anna;
    await caller.done(caller.post(`/alerts/${lager.id}/acknowledge`, {}));
    await seeing(proposedOf(atAnna, 'Lager')).toHaveCount(0);
  });

  chapter('Anna splits an alert off: two incidents, each leads to the other', async () => {
    await choose(atAnna, 'Mehr', 'Abtrennen');
    const dialog = await fill(atAnna, { Titel: told.kiel, Grund: 'In Kiel brennt es wirklich' });
    await dialog.getByRole('checkbox', { name: /Kiel$/ }).check();
    faults.push(...(await faultsInBothSchemes(atAnna, 'split')));
    await eyes.see(
      verbOf(atAnna, 'Abtrennen'),
      atDora.getByText(/In Kiel brennt es wirklich/),
      panelOf(atDora, /^Alerts \(1\)/),
    );
    await seeing(proposedOf(atDora, 'Lager')).toHaveCount(0);
    await seeing(atAnna.getByRole('heading', { level: 1, name: told.kiel })).toBeVisible();
    await seeing(panelOf(atAnna, /^Alarme \(1\)/)).toContainText(
      `Abgetrennt von ${first.incident.number}`,
    );
  });

  chapter('two incidents are linked; whoever stands in one finds the other', async () => {
    const third = await house.incident(house.anna, told.laden);
    await atDora.goto(`/incidents/${third.id}`);
    await seeing(atDora.getByRole('heading', { level: 1, name: told.laden })).toBeVisible();
    await choose(atAnna, 'Mehr', 'Mit anderer verknüpfen');
    const name = `${third.incident.number} ${told.laden}`;
    await fill(atAnna, { 'Andere Lage': name });
    faults.push(...(await faultsInBothSchemes(atAnna, 'link')));
    await eyes.see(
      verbOf(atAnna, 'Verknüpfen'),
      panelOf(atDora, /^Alerts/).getByText(/Linked with/),
    );
    await panelOf(atAnna, /^Alarme/)
      .getByRole('link', { name: third.incident.number })
      .click();
    await seeing(atAnna.getByRole('heading', { level: 1, name: told.laden })).toBeVisible();
  });

  chapter('Anna merges one into the first: its room says where the work goes on', async () => {
    await choose(atAnna, 'Mehr', 'Mit anderer zusammenführen');
    await fill(atAnna, {
      'Andere Lage': `${first.incident.number} ${told.akku}`,
      Grund: 'Es ist derselbe Sturm',
    });
    faults.push(...(await faultsInBothSchemes(atAnna, 'merge')));
    const here = atDora.getByRole('link', { name: `To ${first.incident.number}` });
    await eyes.see(verbOf(atAnna, 'Zusammenführen'), here);
    await seeing(atAnna.getByRole('heading', { level: 1, name: told.akku })).toBeVisible();
    await seeing(panelOf(atAnna, /^Alarme/).getByText('Übernommen:')).toBeVisible();
    // Nothing is worked on here any more.
    await seeing(atDora.getByRole('button', { name: 'Write down', exact: true })).toHaveCount(0);
    await here.click();
    await seeing(atDora.getByRole('heading', { level: 1, name: told.akku })).toBeVisible();
    await atDora.goto('/incidents?state=merged');
    await seeing(atDora.getByRole('link', { name: new RegExp(told.laden) })).toContainText(
      `→ ${first.incident.number}`,
    );
  });

  chapter('nothing was wrong with any of these dialogs, and all of it came soon', () => {
    expect(faults).toEqual([]);
    eyes.judge();
    return Promise.resolve();
  });
});
