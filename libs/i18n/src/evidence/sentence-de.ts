import type { Story, StoryDriver } from '@sturmwarte/domain';
import type { SentenceWords } from './evidence-sentence.js';
import { strangersWord } from './strangers-word.js';

const TIMES = 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ');
/** So near a whole number it may be called that. */
const NEAR = 0.25;
const HARDLY = 1.2;

export function sentenceDe(story: Story, words: SentenceWords): string {
  const { drivers, terms } = story;
  const driven =
    drivers.length === 0
      ? ''
      : `, getrieben von ${list(drivers.map((driver) => driverDe(driver, words)))}`;
  const about =
    terms.length === 0
      ? ''
      : `; es geht um ${list(terms.map((term) => `„${strangersWord(term)}“`))}`;
  return `${muchDe(story, words)}${driven}${about}${authorsDe(story, words)}.`;
}

function muchDe({ at, since, observed, usual, ratio }: Story, { format }: SentenceWords): string {
  const count = format.integer(observed);
  const begin =
    since === null ? 'In der letzten Stunde' : `Seit ${format.moment(since, Date.parse(at))} Uhr`;
  if (usual === null || ratio === null) {
    const voices = Math.round(observed) === 1 ? 'negative Stimme' : 'negative Stimmen';
    const hour = since === null ? '' : ' in der letzten Stunde';
    return `${begin} ${count} ${voices}${hour}, was üblich ist, ist noch nicht bekannt`;
  }
  const before = format.decimal(usual.value, usual.value < 10 ? 1 : 0);
  const compared = usual.isFloor
    ? `${count}, sonst höchstens ${before} je Stunde`
    : `${count} statt ${before} je Stunde`;
  return ratio < HARDLY
    ? `${begin} kaum mehr Kritik als sonst um diese Zeit (${compared})`
    : `${begin} ${timesDe(ratio, format)} so viel Kritik wie sonst um diese Zeit (${compared})`;
}

function timesDe(ratio: number, format: SentenceWords['format']): string {
  const whole = Math.round(ratio);
  if (whole > 12) return `${format.integer(whole)}-mal`;
  if (whole < 2 || Math.abs(ratio - whole) > NEAR) return `${format.decimal(ratio)}-mal`;
  return whole === 2 ? 'doppelt' : `${TIMES[whole - 2] ?? ''}mal`;
}

function driverDe(driver: StoryDriver, { format, channelName }: SentenceWords): string {
  const n = format.integer;
  switch (driver.kind) {
    case 'loud-author':
      return `einem einzigen Verfasser (${n(driver.mentions)} von ${n(driver.of)} Stimmen)`;
    case 'automated':
      return `${n(driver.copies)} automatisch wirkenden Kopien eines Textes (${channelName(driver.channel)})`;
    case 'copied':
      return `einem Beitrag mit ${n(driver.copies)} Kopien (${channelName(driver.channel)})`;
    case 'reposted':
      return `einem ${n(driver.reposts)}-mal weitergeleiteten Beitrag (${channelName(driver.channel)})`;
    case 'hashtag':
      return `#${strangersWord(driver.tag)}`;
    case 'thread':
      return `einer Diskussion mit ${n(driver.answers)} Antworten (${channelName(driver.channel)})`;
    case 'outlets':
      return driver.outlets === 1 ? 'einem Medienbericht' : `${n(driver.outlets)} Medien`;
    case 'account':
      return `einem Konto mit ${n(driver.followers)} Followern`;
  }
}

function authorsDe({ authors }: Story, { format }: SentenceWords): string {
  if (authors === null) return '';
  const { count, isNew, ofNewest } = authors;
  const who = `${format.integer(count)} Verfasser`;
  const strangers =
    isNew === null
      ? ''
      : isNew === 0
        ? ', keiner davon neu'
        : `, davon ${format.integer(isNew)} neu`;
  const newest = ofNewest === null ? '' : `unter den neuesten ${format.integer(ofNewest)} Stimmen `;
  return `; ${newest}${who}${strangers}`;
}

function list(items: readonly string[]): string {
  return items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} und ${items.at(-1) ?? ''}`;
}
