import { CHANNELS, countingMinute, type Channel } from '@sturmwarte/domain';
import type { MentionInput } from '@sturmwarte/contracts';
import type { PreparedMention } from '@sturmwarte/store';

const OPENINGS = [
  'Seit heute Morgen geht bei',
  'Habe gerade eine Stunde in der Warteschleife verbracht:',
  'Can somebody explain why',
  'I have been a customer for ten years, but',
  'Kurze Frage in die Runde,',
  'Breaking: employees report that',
];
const MIDDLES = [
  'die App nicht mehr und niemand antwortet',
  'the refund never arrived and support keeps apologising',
  'alles wie geplant, danke an das freundliche Team',
  'the new update is great and works without problems',
  'wieder einmal eine Rechnung doppelt abgebucht wurde',
  'my luggage is still missing and nobody knows anything',
];
const ENDINGS = ['#service', 'Das ist unverschämt!', 'Weiß jemand mehr?', 'Never again.', '🙂', ''];
const SYLLABLES = ['nor', 'dal', 'vi', 'ka', 'tro', 'mel', 'sun', 'bri', 'zo', 'fer', 'lu', 'gan'];
/** Part of the mentions that name something watched. */
const WATCHED_SHARE = 0.3;
const CHANNEL: readonly Channel[] = CHANNELS;

/** The query of topic `n`: two invented names, so that nothing matches by accident. */
export function topicQuery(n: number): string {
  return `${inventedName(n)} OR "${inventedName(n)} ag"`;
}

/** Mentions as a source would send them: the same for the same numbers, different ids in every round. */
export function makeInputs(count: number, round: string, topics: number): MentionInput[] {
  const random = mulberry(count);
  const at = new Date().toISOString();
  return Array.from({ length: count }, (_, n) => {
    const author = Math.floor(random() * (count / 4));
    const watched = random() < WATCHED_SHARE;
    // A few topics have most of the mentions, as brands do.
    const topic = Math.floor(topics * random() ** 4);
    const words = [pick(OPENINGS, random), pick(MIDDLES, random), pick(ENDINGS, random)];
    if (watched) words.splice(1, 0, inventedName(topic));
    return {
      externalId: `${round}-${n.toString(36)}-1893475610`,
      channel: pick(CHANNEL, random),
      url: `https://social.example/status/${round}/${n}`,
      author: { id: `${round}-${author}`, handle: `user${author}`, followers: author % 5_000 },
      text: words.join(' ').trim(),
      lang: n % 2 === 0 ? 'de' : 'en',
      publishedAt: at,
    };
  });
}

/** The same mentions as rows, for the yardstick that looks at nothing. */
export function asRows(inputs: readonly MentionInput[], sourceId: number): PreparedMention[] {
  const nowMs = Date.now();
  const at = new Date(nowMs).toISOString();
  return inputs.map(({ externalId, channel, url, author, text, lang }) => ({
    op: 'upsert',
    spaceId: 1,
    sourceId,
    spaceNowMs: nowMs,
    ownClock: false,
    topics: [],
    negative: 300,
    tone: 1,
    lang,
    ...countingMinute(nowMs, nowMs),
    mention: {
      externalId,
      version: 0,
      kind: 'post',
      channel: channel ?? 'other',
      outletTier: 'none',
      author: { id: author?.id ?? '', followers: author?.followers ?? 0 },
      text,
      publishedAt: at,
      observedAt: at,
      ...(url === undefined ? {} : { url }),
    },
  }));
}

/** Bodies of so many mentions each. */
export function bodiesOf(inputs: readonly MentionInput[], batch: number): Buffer[] {
  const bodies: Buffer[] = [];
  for (let from = 0; from < inputs.length; from += batch) {
    const items = inputs.slice(from, from + batch);
    bodies.push(Buffer.from(JSON.stringify(batch === 1 ? items[0] : items)));
  }
  return bodies;
}

function inventedName(n: number): string {
  let rest = n;
  let name = '';
  for (let place = 0; place < 4; place++) {
    name += SYLLABLES[rest % SYLLABLES.length] ?? '';
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return name;
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
