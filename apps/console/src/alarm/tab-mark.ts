import type { Level } from '@sturmwarte/domain';

const COLOURS = ['#F3F6F8', '#BFD9EF', '#F7D038', '#EE9A1A', '#D9541E', '#A81C2E', '#45125E'];
const CALM = '/favicon.svg';

/**
 * The icon of the tab: the house's own while calm, else the number of the strongest waiting level on its colour.
 * `real`: how many of the waiting are no drill; only those go on the badge.
 */
export function markTab(level: Level, waiting: number, real: number): void {
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (icon) icon.href = waiting === 0 ? CALM : numberIcon(level);
  void badge(real);
}

function numberIcon(level: Level): string {
  const ink = level >= 5 ? '#fff' : '#080c11';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${COLOURS[level] ?? ''}"/><text x="16" y="24" font-family="sans-serif" font-size="23" font-weight="700" text-anchor="middle" fill="${ink}">${level}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Badging API, where the console is installed as an app. */
async function badge(waiting: number): Promise<void> {
  if (!('setAppBadge' in navigator)) return;
  try {
    if (waiting > 0) await navigator.setAppBadge(waiting);
    else await navigator.clearAppBadge();
  } catch {
    // Not installed as an app: the title and the icon say it already.
  }
}
