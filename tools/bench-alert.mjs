// From the mention that crosses a plain rule to its acknowledgement, to a console's socket and to a browser's screen.
// A real server with the embedded database, a real browser; clocks are one machine's. Needs a build (npm run build).
import { loadavg } from 'node:os';
import { at, io, openBrowser, send, signedIn, withHouse } from './bench-scene.mjs';

const TRIALS = 30;
const RULE = { id: 'r', negatives: 3, minutes: 10, level: 3 };
const BACKGROUND_PER_SECOND = 500;
const PATIENCE_MS = 15_000;

await withHouse(bench);

async function bench(house) {
  const { url } = house;
  const topics = [];
  for (let n = 0; n < TRIALS; n++) {
    const body = {
      brandId: house.brandId,
      name: `Topic ${n}`,
      kind: 'company',
      query: `probe${n}`,
    };
    topics.push(await house.post('/topics', { ...body, rules: [RULE] }));
  }
  const { token } = await house.post('/sources', { name: 'Bench', brandId: null });
  const stopBackground = background(url, token);
  const socket = await listen(url, house.cookie);
  const screen = await openBoard(url, house.cookie);
  const results = { ack: [], socket: [], screen: [] };
  for (const [n, topic] of topics.entries()) {
    await send(url, token, [angry(n, 0), angry(n, 1)]);
    await pause(300 + Math.random() * 700);
    const onSocket = socket.alertOf(topic.id);
    const onScreen = screen.cardOf(topic.id);
    const sent = Date.now();
    await send(url, token, [angry(n, 2)]);
    results.ack.push(Date.now() - sent);
    results.socket.push((await onSocket) - sent);
    results.screen.push((await onScreen) - sent);
  }
  stopBackground();
  await screen.close();
  socket.close();
  console.log(
    `\n${TRIALS} alarms by a plain rule, ${BACKGROUND_PER_SECOND} mentions/s beside them; load average ${loadavg()[0].toFixed(1)}`,
  );
  console.log('| from sending the mention to | p50 ms | p90 ms | p99 ms |\n|---|---|---|---|');
  row('its acknowledgement', results.ack);
  row("the alert on a console's socket", results.socket);
  row("the alert on a browser's screen", results.screen);
  console.log(
    `alert p50 / acknowledgement p50: ${(at(results.socket, 0.5) / at(results.ack, 0.5)).toFixed(2)} (goal 1.3); on a screen p99 ${at(results.screen, 0.99)} ms (goal below 250)`,
  );
}

function row(name, values) {
  console.log(`| ${name} | ${at(values, 0.5)} | ${at(values, 0.9)} | ${at(values, 0.99)} |`);
}

function angry(topic, n) {
  return {
    externalId: `a${topic}-${n}`,
    channel: 'forum',
    author: { id: `p${topic}-${n}` },
    text: `probe${topic} ist eine Katastrophe, schrecklich und eine Frechheit, nie wieder!`,
  };
}

/** Ordinary traffic beside the alarms; bounded by the bench's own end. */
function background(url, token) {
  let batch = 0;
  let failed = null;
  const timer = setInterval(() => {
    batch++;
    const mentions = Array.from({ length: BACKGROUND_PER_SECOND / 10 }, (_, n) => ({
      externalId: `b${batch}-${n}`,
      channel: 'x',
      author: { id: `q${(batch * 7 + n) % 5_000}` },
      text: `Heute ist das Wetter schön, Meldung ${batch} von ${n}`,
    }));
    send(url, token, mentions).catch((error) => (failed ??= error));
  }, 100);
  return () => {
    clearInterval(timer);
    if (failed) throw failed;
  };
}

async function listen(url, cookie) {
  const socket = io(`${url}/live`, {
    transports: ['websocket'],
    extraHeaders: { cookie, origin: url },
  });
  await new Promise((resolve, reject) =>
    socket.once('connect', resolve).once('connect_error', reject),
  );
  await socket.emitWithAck('resume', { streams: [] });
  return {
    alertOf: (topicId) =>
      within(
        new Promise((resolve) => {
          const hear = ({ body }) => {
            if (body.type !== 'alert' || body.alert.topicId !== topicId) return;
            socket.off('message', hear);
            resolve(Date.now());
          };
          socket.on('message', hear);
        }),
      ),
    close: () => socket.close(),
  };
}

async function openBoard(url, cookie) {
  const browser = await openBrowser();
  const page = await (await signedIn(browser, url, cookie)).newPage();
  await page.goto(url);
  await page.locator('main').waitFor();
  return {
    cardOf: (topicId) =>
      within(
        page.evaluate(
          (id) =>
            new Promise((resolve) => {
              const look = () => {
                const card = document.querySelector(`article[data-entry-of="${id}"]`);
                if (card === null || Number(card.dataset.level) < 3) return;
                observer.disconnect();
                // Painted, not only in the document.
                requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())));
              };
              const observer = new MutationObserver(look);
              observer.observe(document.body, { childList: true, subtree: true, attributes: true });
              look();
            }),
          topicId,
        ),
      ),
    close: () => browser.close(),
  };
}

function within(promise) {
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error('the alert did not arrive')), PATIENCE_MS).unref();
  });
  return Promise.race([promise, late]);
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
