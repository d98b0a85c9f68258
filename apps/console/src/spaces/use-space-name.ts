import type { Space } from '@sturmwarte/domain';
import { useText } from '../language/text.js';

/** What a space beside the live one is called; its kind is said once. */
export function useSpaceName(): (space: Space) => string {
  const t = useText();
  return (space) => {
    const kind = t(`names:spaceKind.${space.kind}`);
    return space.name.startsWith(kind) ? space.name : `${kind}: ${space.name}`;
  };
}
