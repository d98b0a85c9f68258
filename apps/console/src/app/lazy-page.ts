import { lazyRouteComponent } from '@tanstack/react-router';
import { untilServerAnswers } from '../api/server-answers.js';
import { loadAllTexts } from '../language/i18n.js';

/**
 * A page other than the first screen: fetched when somebody goes there, with what it says and wears. Without a server
 * it is waited for; importing in vain would spoil it until the whole console is loaded anew.
 */
export function lazyPage<T extends Record<string, unknown>, K extends keyof T & string>(
  load: () => Promise<T>,
  name: K,
) {
  return lazyRouteComponent(async () => {
    await untilServerAnswers();
    // The styles first: a page's own come behind them and win.
    const styles = import('../ui/late.css');
    const [loaded] = await Promise.all([load(), loadAllTexts(), styles]);
    return loaded;
  }, name);
}
