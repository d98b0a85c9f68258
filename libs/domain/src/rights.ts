import { CRISIS_ROLES } from './crisis-role.js';
import { ROLES, type Grant, type Role } from './roles.js';

/** Everything a route, a socket message or a button may ask for. One table, asked by server and console alike. */
export const RIGHTS = [
  'board.see',
  'mentions.search',
  'mentions.upload',
  'alert.acknowledge',
  'alert.close',
  'alert.note',
  'topics.edit',
  'mute.set',
  'sources.manage',
  'people.manage',
  'brands.manage',
  'audit.see',
  'drill.run',
  'incident.see',
  'incident.open',
  'incident.axes',
  'incident.steer',
  'incident.steps',
  'incident.write',
  'incident.end',
  'incident.export',
  'playbook.start',
  'statement.write',
  'statement.recall',
  'statement.publish',
  'statement.emergency',
  'statement.review',
  'statement.bar',
  'exits.manage',
  'posting.stop',
  'posting.resume',
  'wording.see',
  'wording.draft',
  'wording.rules',
  'wording.approve',
] as const;
export type Right = (typeof RIGHTS)[number];

const everyone: readonly Role[] = ROLES;
const TABLE: Record<Right, readonly Role[]> = {
  'board.see': everyone,
  'mentions.search': everyone.filter((role) => role !== 'admin'),
  'mentions.upload': ['community', 'lead', 'pr', 'admin'],
  'alert.acknowledge': ['community', 'lead', 'pr'],
  'alert.close': ['lead', 'pr'],
  'alert.note': [
    'community',
    'lead',
    'pr',
    'legal',
    'board',
    'keeper',
    'unit',
    'hr',
    'it',
    'service',
    'quality',
    'investor',
    'privacy',
    'security',
  ],
  'topics.edit': ['lead', 'pr'],
  // Not to be called is decided by those who answer for what is watched.
  'mute.set': ['lead', 'pr'],
  'sources.manage': ['admin'],
  'people.manage': ['admin'],
  'brands.manage': ['admin'],
  'audit.see': ['admin', 'auditor'],
  'drill.run': ['lead', 'pr'],
  // Specialists enter the incidents they are part of (`mayEnter`).
  'incident.see': ['observer', 'community', 'lead', 'pr', 'legal', 'board', 'keeper', 'auditor'],
  'incident.open': ['community', 'lead', 'pr'],
  // Level by hand, impact, cluster.
  'incident.axes': ['lead', 'pr', 'board'],
  // Seats, merging, asking executives, status, promises.
  'incident.steer': ['lead', 'pr'],
  // Any step; others only those of their own seat.
  'incident.steps': ['lead', 'pr'],
  'incident.write': CRISIS_ROLES,
  'incident.end': ['lead', 'pr', 'board'],
  'incident.export': ['keeper', 'lead', 'auditor'],
  // At night the person on duty is alone.
  'playbook.start': ['community', 'lead', 'pr'],
  // The protocol keeper remarks on words and writes none. Approving is no right: `mayApprove` says who.
  'statement.write': CRISIS_ROLES.filter((role) => role !== 'keeper'),
  'statement.recall': ['lead', 'pr', 'legal', 'board'],
  'statement.publish': ['community', 'lead', 'pr'],
  'statement.emergency': ['lead'],
  'statement.review': ['lead', 'pr', 'legal', 'board'],
  // A conflict of interest is named by whoever steers or by legal.
  'statement.bar': ['lead', 'legal'],
  // Where statements leave the house: addresses and secrets.
  'exits.manage': ['admin'],
  // Holding is for whoever sees the mistake first; going on is for those who answer for the words.
  'posting.stop': ['community', 'lead', 'pr'],
  'posting.resume': ['lead', 'pr'],
  'wording.see': [...CRISIS_ROLES, 'auditor'],
  // Wording agreed beforehand; two others approve it.
  'wording.draft': CRISIS_ROLES.filter((role) => role !== 'keeper'),
  // The house's own words, and how a brand addresses its readers.
  'wording.rules': ['pr', 'legal'],
  'wording.approve': ['pr', 'legal'],
};

/** Rights over people, brands and the audit list reach beyond any one brand: only a house-wide role carries them. */
const HOUSE_WIDE: readonly Right[] = ['people.manage', 'brands.manage', 'audit.see'];

export function rolesWith(right: Right): readonly Role[] {
  return TABLE[right];
}

/** May a person with these grants do this, for this brand (`null`: for the whole house)? */
export function may(grants: readonly Grant[], right: Right, brandId: number | null): boolean {
  const houseWide = brandId === null || HOUSE_WIDE.includes(right);
  return grants.some(
    (grant) =>
      TABLE[right].includes(grant.role) &&
      (grant.brandId === null || (!houseWide && grant.brandId === brandId)),
  );
}

/** Brands a right reaches: `all`, or the listed ones. */
export function brandsWith(grants: readonly Grant[], right: Right): 'all' | readonly number[] {
  const holding = grants.filter((grant) => TABLE[right].includes(grant.role));
  if (holding.some((grant) => grant.brandId === null)) return 'all';
  if (HOUSE_WIDE.includes(right)) return [];
  return [...new Set(holding.map((grant) => grant.brandId as number))];
}
