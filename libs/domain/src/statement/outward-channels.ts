import type { OutletChannel } from '../playbook/outlet-channel.js';

/** Does a text on this channel leave the house? Only what is said to staff does not. */
export function isOutward(channel: OutletChannel): boolean {
  return channel !== 'staff';
}

/** Is it said to everybody? Letters and the hotline reach single people. */
export function isPublic(channel: OutletChannel): boolean {
  return isOutward(channel) && channel !== 'letter' && channel !== 'hotline';
}
