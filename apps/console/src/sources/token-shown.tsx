import { useText } from '../language/text.js';
import { ShownOnce } from '../ui/shown-once.js';
import classes from './sources.module.css';

export interface ShownToken {
  readonly name: string;
  readonly token: string;
}

/** A fresh token, shown once, with a command that sends a first mention. */
export function TokenShown({ shown, onClose }: { shown: ShownToken; onClose: () => void }) {
  const t = useText();
  const example = [
    `curl -X POST ${location.origin}/api/v1/mentions \\`,
    `  -H 'authorization: Bearer ${shown.token}' \\`,
    `  -H 'content-type: application/json' \\`,
    `  -d '{"externalId":"1","channel":"forum","author":{"id":"a"},"text":"Hello"}'`,
  ].join('\n');
  return (
    <ShownOnce
      title={t('sources:token.title', { name: shown.name })}
      text={t('sources:token.text')}
      label={t('sources:token.label')}
      secret={shown.token}
      onClose={onClose}
    >
      <p className={classes.small}>{t('sources:token.example')}</p>
      <pre className={classes.example} lang="en" tabIndex={0}>
        {example}
      </pre>
    </ShownOnce>
  );
}
