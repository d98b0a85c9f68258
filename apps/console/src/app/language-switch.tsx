import type { TextLanguage } from '@sturmwarte/i18n';
import { TEXT_LANGUAGES } from '@sturmwarte/i18n';
import { useText } from '../language/text.js';
import { speak, spokenLanguage } from '../language/i18n.js';
import { cx } from '../ui/cx.js';
import classes from './language-switch.module.css';

/** DE | EN. `onChange` lets a signed-in person's account remember it as well. */
export function LanguageSwitch({ onChange }: { onChange?: (language: TextLanguage) => void }) {
  const t = useText();
  const spoken = spokenLanguage();
  const choose = (language: TextLanguage): void => {
    void speak(language);
    onChange?.(language);
  };
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
          onClick={() => choose(language)}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </span>
  );
}
