import { PasswordInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.css';
import { PASSWORD_MIN } from '@sturmwarte/contracts';
import { useText } from '../language/text.js';

export interface NewPassword {
  readonly first: string;
  readonly second: string;
}

export function isGoodPassword(password: NewPassword): boolean {
  return password.first.length >= PASSWORD_MIN && password.first === password.second;
}

/** A password chosen twice. `checked`: the form was sent once, mistakes may show. */
export function NewPasswordFields({
  value,
  onChange,
  checked,
}: {
  value: NewPassword;
  onChange: (value: NewPassword) => void;
  checked: boolean;
}) {
  const t = useText();
  const min = PASSWORD_MIN;
  const visibility = { 'aria-label': t('entry:showPassword'), tabIndex: 0 };
  return (
    <>
      <PasswordInput
        label={t('entry:newPassword')}
        description={t('entry:passwordHint', { min })}
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={value.first}
        visibilityToggleButtonProps={visibility}
        error={checked && value.first.length < min ? t('entry:passwordShort', { min }) : null}
        onChange={(event) => onChange({ ...value, first: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('entry:repeatPassword')}
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={value.second}
        visibilityToggleButtonProps={visibility}
        error={checked && value.first !== value.second ? t('entry:passwordDiffers') : null}
        onChange={(event) => onChange({ ...value, second: event.currentTarget.value })}
      />
    </>
  );
}
