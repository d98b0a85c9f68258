import type { ReactNode } from 'react';
import { BrandMark } from '../app/brand-mark.js';
import { LanguageSwitch } from '../app/language-switch.js';
import { AppearanceButton } from '../app/appearance-button.js';
import { useText } from '../language/text.js';
import classes from './door.module.css';

/** The frame of the pages before one is signed in. */
export function Door({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: string;
  children: ReactNode;
}) {
  const t = useText();
  return (
    <div className={classes.ground}>
      <header className={classes.head}>
        <span className={classes.brand}>
          <BrandMark size={32} />
          <span>
            <strong>{t('app:name')}</strong>
            <span className={classes.claim}>{t('app:claim')}</span>
          </span>
        </span>
        <span className={classes.choices}>
          <LanguageSwitch />
          <AppearanceButton />
        </span>
      </header>
      <main className={classes.door}>
        <h1>{title}</h1>
        {lead ? <p className={classes.lead}>{lead}</p> : null}
        {children}
      </main>
      <Isobars />
    </div>
  );
}

/** Quiet lines of equal pressure behind the door. */
function Isobars() {
  return (
    <svg
      className={classes.isobars}
      viewBox="0 0 800 600"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      {[0, 1, 2, 3, 4, 5, 6, 7].map((line) => (
        <path
          key={line}
          d={`M-40 ${520 - line * 34} C 160 ${440 - line * 52}, 300 ${600 - line * 30}, 470 ${420 - line * 40} S 720 ${260 - line * 22}, 860 ${330 - line * 46}`}
        />
      ))}
    </svg>
  );
}
