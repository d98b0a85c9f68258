import type { Story, StoryDriver } from '@sturmwarte/domain';
import type { SentenceWords } from './evidence-sentence.js';
import { strangersWord } from './strangers-word.js';

const TIMES = 'three four five six seven eight nine ten eleven twelve'.split(' ');
/** So near a whole number it may be called that. */
const NEAR = 0.25;
const HARDLY = 1.2;

export function sentenceEn(story: Story, words: SentenceWords): string {
  const { drivers, terms } = story;
  const driven =
    drivers.length === 0
      ? ''
      : `, driven by ${list(drivers.map((driver) => driverEn(driver, words)))}`;
  const about =
    terms.length === 0
      ? ''
      : `; it is about ${list(terms.map((term) => `“${strangersWord(term)}”`))}`;
  return `${muchEn(story, words)}${driven}${about}${authorsEn(story, words)}.`;
}

function muchEn({ at, since, observed, usual, ratio }: Story, { format }: SentenceWords): string {
  const count = format.integer(observed);
  const begin =
    since === null ? 'In the last hour,' : `Since ${format.moment(since, Date.parse(at))},`;
  if (usual === null || ratio === null) {
    const voices = Math.round(observed) === 1 ? 'negative mention' : 'negative mentions';
    const hour = since === null ? '' : ' in the last hour';
    return `${begin} ${count} ${voices}${hour}, what is usual is not known yet`;
  }
  const before = format.decimal(usual.value, usual.value < 10 ? 1 : 0);
  const compared = usual.isFloor
    ? `${count}, usually at most ${before} an hour`
    : `${count} instead of ${before} an hour`;
  return ratio < HARDLY
    ? `${begin} hardly more criticism than usual at this time (${compared})`
    : `${begin} ${timesEn(ratio, format)} as much criticism as usual at this time (${compared})`;
}

function timesEn(ratio: number, format: SentenceWords['format']): string {
  const whole = Math.round(ratio);
  if (whole > 12) return `${format.integer(whole)} times`;
  if (whole < 2 || Math.abs(ratio - whole) > NEAR) return `${format.decimal(ratio)} times`;
  return whole === 2 ? 'twice' : `${TIMES[whole - 3] ?? ''} times`;
}

function driverEn(driver: StoryDriver, { format, channelName }: SentenceWords): string {
  const n = format.integer;
  switch (driver.kind) {
    case 'loud-author':
      return `a single author (${n(driver.mentions)} of ${n(driver.of)} mentions)`;
    case 'automated':
      return `${n(driver.copies)} automated-looking copies of one text (${channelName(driver.channel)})`;
    case 'copied':
      return `one post with ${n(driver.copies)} copies (${channelName(driver.channel)})`;
    case 'reposted': {
      const times = driver.reposts === 1 ? 'once' : `${n(driver.reposts)} times`;
      return `one post passed on ${times} (${channelName(driver.channel)})`;
    }
    case 'hashtag':
      return `#${strangersWord(driver.tag)}`;
    case 'thread':
      return `one discussion with ${n(driver.answers)} answers (${channelName(driver.channel)})`;
    case 'outlets':
      return driver.outlets === 1 ? 'one media report' : `${n(driver.outlets)} media outlets`;
    case 'account':
      return `an account with ${n(driver.followers)} followers`;
  }
}

function authorsEn({ authors }: Story, { format }: SentenceWords): string {
  if (authors === null) return '';
  const { count, isNew, ofNewest } = authors;
  const who = count === 1 ? '1 author' : `${format.integer(count)} authors`;
  const strangers =
    isNew === null
      ? ''
      : isNew === 0
        ? ', none of them new'
        : `, ${format.integer(isNew)} of them new`;
  const newest = ofNewest === null ? '' : `among the newest ${format.integer(ofNewest)} mentions `;
  return `; ${newest}${who}${strangers}`;
}

function list(items: readonly string[]): string {
  return items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
