import { readFileSync } from 'node:fs';
import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { readPdf } from '@sturmwarte/connectors/testing';
import type { IncidentDetail } from '@sturmwarte/contracts';
import { chapters } from './support/chapters.js';
import { Eyes } from './support/eyes.js';
import { ruleOf, stirUp, watchTopic } from './support/feed.js';
import { House, order } from './support/house.js';
import { PATIENCE_MS, type Member } from './support/people.js';
import { buttonAbout, fill, panelOf, stepOf, verbOf } from './support/room.js';

const seeing = see.configure({ timeout: PATIENCE_MS });
const PHONE = { width: 390, height: 844 };
const TOPIC = 'Nordlicht';
const SAID = 'Nordlicht brennt beim Laden, der Akku';
const TITLE = 'Nordlicht: Akku brennt';

describe('one night from the alert to the all-clear', () => {
  const chapter = chapters();
  let house: House;
  /** Leads the first half of the night. */
  let anna: Member;
  let alertId = 0;
  let incidentId = 0;
  let number = '';
  /** Community management on duty. */
  let atDora: Page;
  let atAnna: Page;
  /** PR; reads English. */
  let atPaul: Page;
  /** Relieves Anna. */
  let atNils: Page;
  /** The executive's telephone. */
  let phone: Page;
  const eyes = new Eyes();

  beforeAll(async () => {
    house = await House.open('Nordlicht');
    ({ anna } = house);
    const { brandId, feed } = house;
    await watchTopic(anna, { name: TOPIC, brandId, more: [ruleOf(6, 50)] });
    alertId = (await stirUp(anna, feed, TOPIC, SAID)).id;
    const dora = await house.join('Dora', 'community');
    const paul = await house.join('Paul', 'pr');
    const nils = await house.join('Nils', 'lead');
    const brandt = await house.join('Brandt', 'board');
    await house.join('Rita', 'legal');
    atDora = await house.window(dora);
    atAnna = await house.window(anna);
    atPaul = await house.window(paul, { language: 'en' });
    atNils = await house.window(nils);
    phone = await house.window(brandt, { viewport: PHONE });
  }, 180_000);
  afterAll(() => house?.close(), 60_000);

  chapter('Dora, on duty, acknowledges the alert, and Anna sees who takes care', async () => {
    await atAnna.goto('/');
    const card = atAnna.getByRole('article', { name: TOPIC });
    await seeing(card).toContainText('unquittiert');
    await atDora.goto(`/alerts/${alertId}`);
    const acknowledge = atDora.getByRole('button', { name: /^Quittieren/ });
    await seeing(acknowledge).toBeVisible();
    await eyes.see(acknowledge, card.getByText(/Dora kümmert sich/));
  });

  chapter(
    'Dora opens an incident from it, and it appears in Anna’s list and on the executive’s phone',
    async () => {
      await atAnna.goto('/incidents');
      await seeing(atAnna.getByText(/Bisher keine Lage/)).toBeVisible();
      await phone.goto('/executive');
      await seeing(phone.getByRole('heading', { name: 'Keine Lage ist offen' })).toBeVisible();
      await atDora.getByRole('button', { name: /^Lage eröffnen/ }).click();
      const dialog = await fill(atDora, { Titel: TITLE });
      await seeing(dialog.getByRole('radio', { name: /^PB-02/ })).toBeVisible();
      await dialog.getByRole('radio', { name: 'Vorerst ohne Playbook' }).check();
      const inList = atAnna.getByRole('link', { name: new RegExp(TITLE) });
      await eyes.see(
        dialog.getByRole('button', { name: 'Lage eröffnen' }),
        inList,
        phone.getByRole('heading', { name: TITLE }),
      );
      await seeing(atDora.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
      const [view] = (await anna.caller.get<IncidentDetail[]>('/incidents')).body;
      incidentId = view?.id ?? 0;
      number = view?.incident.number ?? '';
      expect(number).toMatch(/^L-\d{4}-001$/);
      await inList.click();
      for (const page of [atPaul, atNils]) await page.goto(`/incidents/${incidentId}`);
      await seeing(atPaul.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
      await seeing(atNils.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    },
  );

  chapter('Anna seats the crisis team with deputies and says how grave it is', async () => {
    const seats = [
      ['lead', 'Einsatzleitung', 'Anna', 'Nils'],
      ['pr', 'PR-Management', 'Paul', 'Anna'],
      ['legal', 'Recht', 'Rita', 'Anna'],
      ['board', 'Geschäftsleitung', 'Brandt', 'Nils'],
    ] as const;
    for (const [at, [, role, person, deputy]] of seats.entries()) {
      await atAnna.getByRole('button', { name: 'Rolle besetzen' }).click();
      await fill(atAnna, { Rolle: role, Person: person, Vertretung: deputy });
      await eyes.see(
        verbOf(atAnna, 'Besetzen'),
        atDora.getByRole('heading', { name: new RegExp(`^Team \\(${at + 1} Rolle`) }),
        atPaul.getByRole('heading', { name: new RegExp(`^Team \\(${at + 1} role`) }),
      );
    }
    await seeing(panelOf(atPaul, /^Team/).getByText('Brandt', { exact: true })).toBeVisible();
    await atAnna.getByRole('button', { name: 'Tragweite setzen' }).click();
    await atAnna.getByRole('radio', { name: /^Tragweite C/ }).check();
    await fill(atAnna, { Grund: 'Der Akku kann Menschen verletzen' });
    await eyes.see(
      verbOf(atAnna, 'Tragweite setzen'),
      atDora.locator('header').getByText('Tragweite C', { exact: false }),
      phone.getByText('Tragweite C', { exact: false }),
    );
  });

  chapter('Dora starts the playbook the evidence suggests, and says why it fits', async () => {
    const panel = panelOf(atDora, /^Playbooks/);
    await seeing(panel.getByText(/Gefahrenwörter zusammen mit einem Produkt/)).toBeVisible();
    await eyes.see(
      buttonAbout(panel, 'Starten', 'Produktmangel, Rückruf'),
      stepOf(atAnna, 'Alarm quittieren'),
      stepOf(atPaul, 'Acknowledge the alert'),
    );
  });

  chapter('steps are done with what they ask for; one is skipped with a reason', async () => {
    await eyes.see(
      buttonAbout(atDora, 'Erledigt', 'Alarm quittieren'),
      atAnna.getByRole('button', { name: /^erledigt: Alarm quittieren.*Dora/ }),
    );
    await buttonAbout(atDora, 'Erledigt', 'Sendestopp setzen').click();
    await fill(atDora, { 'Angehaltene Beiträge und Anzeigen': '7' });
    await eyes.see(
      verbOf(atDora, 'Erledigt'),
      atPaul.getByRole('button', { name: /^done: Stop scheduled posts and ads.*Dora/ }),
    );
    await stepOf(atPaul, 'Stop scheduled posts and ads').click();
    await seeing(atPaul.getByRole('definition').filter({ hasText: /^7$/ })).toBeVisible();

    await buttonAbout(atAnna, 'Erledigt', 'Lage erstmals beurteilen').click();
    await fill(atAnna, {
      'Worum es geht, passend nach „Hinweise zu …“ (Deutsch)': 'heißen Akkus',
      'Was gesichert ist, ein Satz ohne Punkt (Deutsch)': 'Zwei Geräte wurden heiß',
      'Was noch offen ist, ein Satz ohne Punkt (Deutsch)': 'Die Ursache ist offen',
    });
    await eyes.see(
      verbOf(atAnna, 'Erledigt'),
      atDora.getByRole('button', { name: /^erledigt: Lage erstmals beurteilen.*Anna/ }),
    );

    await stepOf(atAnna, 'Meldung als Lebensmittel prüfen').click();
    await buttonAbout(atAnna, 'Überspringen', 'Meldung als Lebensmittel prüfen').click();
    await fill(atAnna, { Grund: 'Ein Akku ist kein Lebensmittel' });
    await eyes.see(
      verbOf(atAnna, 'Überspringen'),
      atPaul.getByText('Ein Akku ist kein Lebensmittel'),
    );
  });

  chapter('a decision opens one branch and closes the other', async () => {
    const dealers = 'Warn the dealers beforehand';
    const phase = atPaul.getByRole('button', { name: /^First response/ });
    if ((await phase.getAttribute('aria-expanded')) === 'false') await phase.click();
    await seeing(atPaul.getByRole('button', { name: `waiting: ${dealers}` })).toBeVisible();
    await buttonAbout(atAnna, 'Entscheiden', 'Warnen, bevor die Ursache bekannt ist?').click();
    await atAnna.getByRole('radio', { name: /^Jetzt warnen/ }).check();
    await fill(atAnna, { Grund: 'Es könnte heute jemand laden' });
    await eyes.see(
      verbOf(atAnna, 'Entscheiden: Jetzt warnen'),
      atPaul.getByRole('button', { name: `open: ${dealers}` }),
    );
    await buttonAbout(atAnna, 'Erledigt', 'Risiko einstufen').click();
    await fill(atAnna, {
      'Produkt mit Modell': 'Nordlicht 7',
      'Charge, Serie oder Kaufzeitraum (Deutsch)': 'Charge 7',
      'Die Gefahr, passend nach „Es besteht die Gefahr von …“ (Deutsch)': 'Verbrennungen',
      Risikostufe: 'Ernst',
    });
    await verbOf(atAnna, 'Erledigt').click();
    await buttonAbout(atAnna, 'Entscheiden', 'Verkauf stoppen?').click();
    await atAnna.getByRole('radio', { name: /^Verkauf überall stoppen/ }).check();
    await fill(atAnna, { Grund: 'Das Risiko ist ernst' });
    await eyes.see(
      verbOf(atAnna, 'Entscheiden: Verkauf überall stoppen'),
      atPaul.getByRole('button', { name: 'open: Enforce the block' }),
      atPaul.getByRole('button', { name: 'dropped: Rate the risk again' }),
    );
  });

  chapter(
    'the storm grows, the level follows by itself, and the steps it calls for are added',
    async () => {
      const proposed = atAnna.getByRole('group', { name: 'Vorgeschlagene Schritte' });
      await eyes.see(
        () => house.feed.angry(SAID, 60),
        atAnna.locator('header').getByText('Orkan'),
        phone.getByText('Orkan').first(),
        proposed.getByText('Notfreigabe prüfen und Gerüst senden'),
      );
      await seeing(proposed.getByText('Schicht übergeben')).toBeVisible();
      await eyes.see(
        proposed.getByRole('button', { name: 'Aufnehmen', exact: true }),
        stepOf(atPaul, 'Consider break-glass and send the skeleton'),
      );
      await seeing(proposed).toHaveCount(0);
    },
  );

  chapter('Anna asks the executive, who decides on the phone', async () => {
    await atAnna.goto(`/executive/${incidentId}`);
    await atAnna.getByRole('button', { name: 'Entscheidung anfragen' }).click();
    await fill(atAnna, {
      Frage: 'Rufen wir Charge 7 zurück?',
      'Möglichkeit A': 'Charge zurückrufen',
      'Möglichkeit B': 'Noch warten',
    });
    await atAnna.getByRole('dialog').getByLabel('Empfehlung').selectOption('a');
    const option = phone.getByRole('button', { name: /^Charge zurückrufen/ });
    await eyes.see(verbOf(atAnna, 'Anfragen'), option);
    await option.click();
    await eyes.see(
      verbOf(phone, 'Entscheiden'),
      atAnna.getByText(/Charge zurückrufen \(Brandt/),
      atPaul.getByText(/has decided: Charge zurückrufen|decided: Charge zurückrufen/),
    );
    await atAnna.goto(`/incidents/${incidentId}`);
  });

  chapter('the shift is handed over, signed by both sides', async () => {
    const team = panelOf(atAnna, /^Team/);
    await buttonAbout(team, 'Übergeben', 'Einsatzleitung').click();
    await fill(atAnna, {
      'An wen': 'Nils',
      Lage: 'Zwei Geräte heiß, Rückruf entschieden',
      'Offene Entscheidungen': 'keine',
      'Laufende Uhren': 'GPSR-9 ist nicht geprüft',
      'Zugesagte nächste Information': '06:00 auf der Website',
    });
    const offered = atNils.getByRole('group', { name: 'Übergabe: Einsatzleitung' });
    await eyes.see(verbOf(atAnna, 'Übergabe anbieten'), offered);
    await seeing(offered.getByText('GPSR-9 ist nicht geprüft')).toBeVisible();
    await seeing(atPaul.locator('header').getByText('led by Anna')).toBeVisible();
    await offered.getByRole('button', { name: 'Zeichnen und übernehmen' }).click();
    await eyes.see(
      verbOf(atNils, 'Zeichnen und übernehmen'),
      atAnna.locator('header').getByText('Leitung: Nils'),
      atPaul.locator('header').getByText('led by Nils'),
    );
  });

  chapter('the situation report says it all on screen and as PDF', async () => {
    const { body } = await anna.caller.get<IncidentDetail>(`/incidents/${incidentId}`);
    const head = body.entries.at(-1)?.hash ?? '';
    await atPaul.goto(`/incidents/${incidentId}/report`);
    for (const said of [number, head, 'Charge zurückrufen (Brandt', 'Nils']) {
      await seeing(atPaul.getByText(said, { exact: false }).first()).toBeVisible();
    }
    const waiting = atPaul.waitForEvent('download');
    await atPaul.getByRole('link', { name: /PDF in German/ }).click();
    const { pages, text } = readPdf(readFileSync(await (await waiting).path()));
    expect(pages).toBe(1);
    // A long hash may be broken over two lines.
    expect(text.replaceAll(' ', '')).toContain(head);
    for (const said of [
      `Lage ${number}`,
      TITLE,
      'Windstärke 6 Orkan',
      'Tragweite C',
      'NICHT GEPRÜFT',
      'Rufen wir Charge 7 zurück?',
      'Charge zurückrufen (Brandt',
    ]) {
      expect(text).toContain(said);
    }
    await atPaul.goto(`/incidents/${incidentId}`);
    await seeing(atPaul.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  });

  chapter(
    'the all-clear needs a reason while criteria are unmet, and everybody hears of it',
    async () => {
      await atAnna.goto('/');
      await seeing(atAnna.getByRole('article', { name: TOPIC })).toBeVisible();
      await atNils.getByRole('button', { name: 'Entwarnung geben', exact: true }).click();
      const dialog = atNils.getByRole('dialog');
      const confirm = dialog.getByRole('button', { name: 'Entwarnung geben' });
      await seeing(dialog.getByText('nicht erfüllt').first()).toBeVisible();
      await seeing(confirm).toBeDisabled();
      await fill(atNils, { 'Warum sie dennoch endet': 'Der Rückruf läuft als Projekt weiter' });
      const told = new RegExp(`Entwarnung: ${number} ${TITLE}`);
      await eyes.see(
        verbOf(atNils, 'Entwarnung geben'),
        atDora.getByText(told),
        atAnna.getByText(told),
        phone.getByText(told),
        atPaul.getByText(new RegExp(`All-clear: ${number}`)),
      );
      await seeing(atDora.getByText(/Entwarnung durch Nils/)).toBeVisible();
    },
  );

  chapter('it flares up: Nils opens it again, and closes it for good', async () => {
    await atNils.getByRole('button', { name: 'Wieder öffnen', exact: true }).click();
    await fill(atNils, { Grund: 'Ein drittes Gerät' });
    await eyes.see(
      verbOf(atNils, 'Wieder öffnen'),
      atDora.getByText('Ein drittes Gerät'),
      atDora.getByRole('button', { name: 'Entwarnung geben', exact: true }),
    );
    await atNils.getByRole('button', { name: 'Entwarnung geben', exact: true }).click();
    await fill(atNils, { 'Warum sie dennoch endet': 'War ein Irrtum' });
    await eyes.see(
      verbOf(atNils, 'Entwarnung geben'),
      atDora.getByText(/Entwarnung durch Nils.*War ein Irrtum/),
      atPaul.getByText(/All-clear by Nils.*War ein Irrtum/),
    );
    await seeing(phone.getByRole('heading', { name: 'Keine Lage ist offen' })).toBeVisible();
    await expect(order(anna, incidentId, { type: 'rename', title: 'x' })).rejects.toThrow('409');
  });

  chapter('each change was soon on the others’ screens', async () => {
    eyes.judge();
  });
});
