import fc from 'fast-check';
import { anyJson, nastyText } from './index.js';

const MENTION_FIELDS = [
  ...['op', 'externalId', 'version', 'kind', 'channel', 'outlet', 'outletTier', 'url', 'author'],
  ...[
    'title',
    'text',
    'lang',
    'publishedAt',
    'observedAt',
    'parent',
    'root',
    'repostOf',
    'metrics',
  ],
  ...['rating', 'id', 'handle', 'name', 'followers', 'likes'],
];
const good = { text: 'Nordwind wird heiß!', channel: 'x', author: { id: 'a', handle: 'h' } };
/** A good mention, often with a field or two that are anything; sometimes anything at all. */
const almostMention = fc.oneof(
  {
    weight: 8,
    arbitrary: changed(
      fc.dictionary(
        fc.constantFrom('text', 'title', 'outlet', 'externalId', 'author', 'lang'),
        nastyText,
        { maxKeys: 2 },
      ),
    ),
  },
  {
    weight: 4,
    arbitrary: changed(
      fc.dictionary(fc.constantFrom(...MENTION_FIELDS), anyJson(MENTION_FIELDS), { maxKeys: 2 }),
    ),
  },
  { weight: 2, arbitrary: anyJson(MENTION_FIELDS) },
);

function changed(changes: fc.Arbitrary<object>): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.nat(), changes)
    .map(([n, some]) => ({ externalId: `m${n}`, ...good, ...some }));
}
export const garbage = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
const bytesOf = (text: fc.Arbitrary<string>) => text.map((one) => Buffer.from(one));
export const json = bytesOf(
  fc
    .oneof(almostMention, fc.array(almostMention, { maxLength: 4 }))
    .map((one) => JSON.stringify(one)),
);
export const ndjson = bytesOf(
  fc
    .array(almostMention, { maxLength: 5 })
    .map((items) => items.map((item) => JSON.stringify(item)).join('\n')),
);
export const csv = bytesOf(
  fc
    .array(fc.array(nastyText, { maxLength: 5 }), { maxLength: 4 })
    .map((rows) => [['id', 'text', 'autor', 'datum', 'kanal'], ...rows])
    .map((rows) => rows.map((cells) => cells.join(';')).join('\n')),
);
