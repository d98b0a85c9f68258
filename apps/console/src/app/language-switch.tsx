import type { TextLanguage } from '@sturmwarte/i18n';
import { TEXT_LANGUAGES } from '@sturmwarte/i18n';
import { useText } from '../language/text.js';
import { speak, spokenLanguage } from '../language/i18n.js';
import { cx } from '../ui/cx.js';
import classes from './language-switch.module.css';

/** DE | EN. Before the door it is only this browser that remembers; behind it the account as well (`onChoose`). */
export function LanguageSwitch({
  onChoose = (language) => void speak(language),
}: {
  onChoose?: (language: TextLanguage) => void;
}) {
  const t = useText();
  const spoken = spokenLanguage();
  return (
    <span className={classes.switch} role="group" aria-label={t('app:language.label')}>
      {TEXT_LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className={cx(classes.choice)}
          aria-pressed={spoken === language}
          title={t(`app:language.${language}`)}
          onClick={() => onChoose(language)}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </span>
  );
}
