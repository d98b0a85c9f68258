import { lookup as resolve } from 'node:dns/promises';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Why an address is not spoken to. */
export type AddressFault = 'private-address' | 'forbidden-address' | 'unresolvable';

export class AddressRefused extends Error {
  constructor(
    readonly fault: AddressFault,
    readonly host: string,
  ) {
    super(`${fault}: ${host}`);
    this.name = 'AddressRefused';
  }
}

export interface CheckedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Own networks: spoken to only when somebody said so for this exit. */
const PRIVATE = rangesOf([
  ...['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'],
  ...['198.18.0.0/15', '::1/128', 'fc00::/7'],
]);
/** Never: this host itself by another name, metadata of clouds, multicast, documentation, tunnels into anything. */
const FORBIDDEN = rangesOf([
  ...['0.0.0.0/8', '169.254.0.0/16', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  ...['::/128', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16', '64:ff9b:1::/48'],
  ...['fd00:ec2::254/128', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
]);

/**
 * Resolves a host and checks every address it has: one that is not allowed, and none is spoken to. What is connected to
 * afterwards must be one of these addresses (`pinned`); asking the name again could answer something else.
 * @throws AddressRefused
 */
export async function guardedLookup(
  host: string,
  privateNetwork: boolean,
): Promise<readonly CheckedAddress[]> {
  const bare = host.replace(/^\[|\]$/g, '');
  const found = await addressesOf(bare);
  if (found.length === 0) throw new AddressRefused('unresolvable', host);
  for (const { address } of found) {
    const fault = faultOf(address, privateNetwork);
    if (fault !== null) throw new AddressRefused(fault, host);
  }
  return found;
}

/** A name server that answers only what was checked. */
export function pinned(addresses: readonly CheckedAddress[]): LookupFunction {
  return (_host, options, done) => {
    if (options.all === true) done(null, [...addresses]);
    else done(null, addresses[0]?.address ?? '', addresses[0]?.family);
  };
}

/** Null: may be spoken to. */
export function faultOf(address: string, privateNetwork: boolean): AddressFault | null {
  const plain = embeddedV4(address) ?? address;
  const family = isIP(plain) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(plain) === 0 || FORBIDDEN.check(plain, family)) return 'forbidden-address';
  if (PRIVATE.check(plain, family) && !privateNetwork) return 'private-address';
  return null;
}

async function addressesOf(host: string): Promise<CheckedAddress[]> {
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family: family === 6 ? 6 : 4 }];
  try {
    const found = await resolve(host, { all: true, verbatim: true });
    return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
  } catch {
    throw new AddressRefused('unresolvable', host);
  }
}

/** IPv4 inside of IPv6, by mapping, by NAT64 or by the old compatible form: judged as what it reaches. */
function embeddedV4(address: string): string | null {
  if (isIP(address) !== 6) return null;
  const groups = groupsOf(address);
  const head = groups.slice(0, 6);
  const mapped = head.slice(0, 5).every((group) => group === 0) && head[5] === 0xffff;
  const compatible = head.every((group) => group === 0) && (groups[6] ?? 0) !== 0;
  const nat64 = head[0] === 0x64 && head[1] === 0xff9b && head.slice(2).every((one) => one === 0);
  if (!mapped && !compatible && !nat64) return null;
  const [high = 0, low = 0] = groups.slice(6);
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): number[] {
  // The parser of addresses in `URL` writes a dotted end as two groups and drops a zone.
  const canonical = new URL(`http://[${address.split('%')[0] ?? ''}]`).hostname.slice(1, -1);
  const [before = '', after] = canonical.split('::');
  const left = before === '' ? [] : before.split(':');
  const right = after === undefined || after === '' ? [] : after.split(':');
  const middle = new Array<string>(8 - left.length - right.length).fill('0');
  return [...left, ...(after === undefined ? [] : middle), ...right].map((one) =>
    parseInt(one, 16),
  );
}

function rangesOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [net = '', bits = ''] = range.split('/');
    list.addSubnet(net, Number(bits), isIP(net) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}
