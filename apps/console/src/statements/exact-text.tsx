import type { BoundVariant } from '@sturmwarte/domain';
import { useText } from '../language/text.js';
import classes from './exact-text.module.css';
import { useVariantName } from './use-variant-name.js';
import { shortHash } from './variant-of.js';

/** The very text that is decided upon: its channel, its language, its hash, every character as it will leave. */
export function ExactText({ bound, text }: { bound: BoundVariant; text: string }) {
  const t = useText();
  const name = useVariantName()(bound);
  return (
    <section className={classes.exact} aria-label={t('release:exact.label', { variant: name })}>
      <p className={classes.head}>
        <strong>{name}</strong>
        <span title={bound.hash} className={classes.hash}>
          {t('release:exact.hash', { hash: shortHash(bound.hash) })}
        </span>
      </p>
      {/* Long texts scroll; whoever uses the keyboard must get there. */}
      <div
        className={classes.text}
        lang={bound.language}
        tabIndex={0}
        role="group"
        aria-label={name}
      >
        {text}
      </div>
    </section>
  );
}
