/** Fields a table may fill; dots name fields of `author` and `metrics`. */
export type CsvField =
  | 'externalId'
  | 'version'
  | 'kind'
  | 'channel'
  | 'outlet'
  | 'outletTier'
  | 'url'
  | 'author.id'
  | 'author.handle'
  | 'author.name'
  | 'author.followers'
  | 'title'
  | 'text'
  | 'lang'
  | 'publishedAt'
  | 'observedAt'
  | 'parent'
  | 'root'
  | 'repostOf'
  | 'rating'
  | 'metrics.likes'
  | 'metrics.replies'
  | 'metrics.reposts'
  | 'metrics.quotes'
  | 'metrics.views'
  | 'metrics.reach';

/** Headings, lower case, letters and digits only: our own, German ones, and those of Brandwatch, Meltwater, Talkwalker. */
const HEADINGS: Readonly<Record<CsvField, string>> = {
  externalId: 'externalid id mentionid resourceid documentid postid tweetid beitragsid urn guid',
  version: 'version',
  kind: 'kind art mentiontype threadentrytype',
  channel: 'channel kanal pagetype contentsource sourcetype medium quellentyp',
  outlet: 'outlet source sourcename domain quelle publikation publication',
  outletTier: 'outlettier tier mediengattung',
  url: 'url link originalurl permalink adresse',
  'author.id': 'authorid autorid userid influencerid',
  'author.handle': 'authorhandle handle username author autor influencer benutzer screenname',
  'author.name': 'authorname fullname name autorname',
  'author.followers': 'authorfollowers followers follower twitterfollowers xfollowers anhaenger',
  title: 'title titel headline ueberschrift schlagzeile',
  text: 'text snippet fulltext content contentsnippet hitsentence beitrag inhalt nachricht message body',
  lang: 'lang language sprache',
  publishedAt: 'publishedat published date datum datetime createdat veroeffentlicht zeit zeitpunkt',
  observedAt: 'observedat observed indexed erfasst',
  parent: 'parent parentid inreplyto antwortauf',
  root: 'root threadid conversationid',
  repostOf: 'repostof retweetof geteiltvon',
  rating: 'rating stars sterne bewertung',
  'metrics.likes': 'likes gefaelltmir favorites',
  'metrics.replies': 'replies comments antworten kommentare',
  'metrics.reposts': 'reposts retweets shares geteilt',
  'metrics.quotes': 'quotes zitate',
  'metrics.views': 'views aufrufe impressions',
  'metrics.reach': 'reach reichweite reachestimate',
};

const FIELD_OF = new Map(
  (Object.entries(HEADINGS) as [CsvField, string][]).flatMap(([field, names]) =>
    names.split(' ').map((name) => [name, field] as const),
  ),
);

/** Which column fills which field; where two would fill the same one, the first does. */
export function mapColumns(headings: readonly string[]): (CsvField | null)[] {
  const used = new Set<CsvField>();
  return headings.map((heading) => {
    const field = FIELD_OF.get(plain(heading)) ?? null;
    if (field === null || used.has(field)) return null;
    used.add(field);
    return field;
  });
}

function plain(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]/g, '');
}
