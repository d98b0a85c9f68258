import { useEffect, useState } from 'react';
import { loadAllTexts } from '../language/i18n.js';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import { onDemand } from '../ui/on-demand.js';
import classes from './palette-on-demand.module.css';

const Palette = onDemand(async () => {
  const [{ Palette }] = await Promise.all([import('./palette.js'), loadAllTexts()]);
  return Palette;
});

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** The button of the palette and its key, Ctrl or ⌘ with K; the rest is fetched at first use. */
export function PaletteOnDemand() {
  const t = useText();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const isKey = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isKey || event.key.toLowerCase() !== 'k' || event.isComposing) return;
      // The browser's own use of it, a search in the address bar, comes second to ours on this page.
      event.preventDefault();
      if (document.querySelector('[role="dialog"], [role="menu"]') === null) setOpen(true);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  const keys = isApple ? '⌘K' : t('app:palette.key');
  return (
    <>
      <button
        type="button"
        className={classes.button}
        title={`${t('app:palette.open')} (${keys})`}
        aria-label={t('app:palette.open')}
        aria-keyshortcuts="Control+K Meta+K"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="search" />
        {/* Drawn, not written: the button's name is what it does; its keys are in aria-keyshortcuts. */}
        <span className={classes.key} data-keys={keys} aria-hidden="true" />
      </button>
      {open ? <Palette onClose={() => setOpen(false)} /> : null}
    </>
  );
}
