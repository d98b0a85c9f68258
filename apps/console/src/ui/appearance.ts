import { isMantineColorScheme, type MantineColorSchemeManager } from '@mantine/core';
import { remember, remembered } from './remembered.js';

/** Light, dark or like the system, under the name that `public/appearance.js` reads before the first paint. */
export const appearance: MantineColorSchemeManager = {
  get: (fallback) => {
    const choice = remembered('appearance');
    return isMantineColorScheme(choice) ? choice : fallback;
  },
  set: (choice) => remember('appearance', choice),
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => remember('appearance', 'auto'),
};
