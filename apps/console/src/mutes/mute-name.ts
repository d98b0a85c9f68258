import type { MuteView } from '@sturmwarte/contracts';
import type { Text } from '../language/text.js';

/** What a mute is of, in words; the name alone where it has one. */
export function muteName({ name }: Pick<MuteView, 'name'>, t: Text): string {
  return name === '' ? t('mutes:copiesName') : name;
}
