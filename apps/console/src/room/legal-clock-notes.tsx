import type { LegalClockRule } from '@sturmwarte/clock';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import classes from './clocks-panel.module.css';
import panel from './panel.module.css';

/** What the law says about a clock, where that was read, and whether anybody has traced it. */
export function LegalClockNotes({ rule }: { rule: LegalClockRule }) {
  const t = useText();
  const { language } = useFormat();
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <button
        type="button"
        className={classes.toggle}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t('clocks:legal.notes')}
        <span className="sw-hidden">: {rule.id}</span>
      </button>
      {isOpen ? (
        <div className={panel.small}>
          <p>{rule.notes[language]}</p>
          <p>
            {rule.basis} · {rule.source}
          </p>
          <p>{t(rule.verified ? 'clocks:legal.verified' : 'clocks:legal.unverified')}</p>
        </div>
      ) : null}
    </div>
  );
}
