import { useText } from '../language/text.js';
import classes from './watch-language-help.module.css';

const EXAMPLES = [
  ['nordlicht', 'word'],
  ['"heiße akkus"', 'phrase'],
  ['akku*', 'prefix'],
  ['*akku', 'suffix'],
  ['*akku*', 'infix'],
  ['@nordlicht_rad', 'handle'],
  ['#nordlichtaus', 'hashtag'],
  ['nordlicht akku', 'both'],
  ['akku OR batterie', 'either'],
  ['nordlicht NOT polar', 'without'],
  ['nordlicht (akku OR rückruf)', 'group'],
  ['source:forum', 'source'],
  ['lang:de', 'lang'],
  ['author:pendelfrieda', 'author'],
] as const;

/** The watch language by examples; folded away until it is needed. */
export function WatchLanguageHelp() {
  const t = useText();
  return (
    <details className={classes.help}>
      <summary>{t('topics:help.title')}</summary>
      <p>{t('topics:help.lead')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('topics:help.write')}</th>
            <th scope="col">{t('topics:help.finds')}</th>
          </tr>
        </thead>
        <tbody>
          {EXAMPLES.map(([example, meaning]) => (
            <tr key={meaning}>
              <td>
                <code>{example}</code>
              </td>
              <td>{t(`topics:help.${meaning}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('topics:help.operators')}</p>
    </details>
  );
}
