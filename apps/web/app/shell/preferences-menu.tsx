import { useState } from 'react';
import { directionOf, nameOfLocale } from '~/i18n/direction';
import { LOCALES } from '~/i18n/generated/keys';
import { useT } from '~/i18n/react';
import { IconButton } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { Menu, MenuChoices, MenuSeparator } from '~/kit/menu';
import { switchLocale, switchTheme, type ThemeMode } from './preferences';
import { useRoot } from './use-root';

/** Language and appearance, for visitors too. */
export function PreferencesMenu() {
  const t = useT();
  const [mode, setMode] = useState<ThemeMode>(useRoot()?.themeMode ?? 'system');
  const chooseTheme = (value: string) => {
    setMode(value as ThemeMode);
    switchTheme(value as ThemeMode);
  };
  return (
    <Menu trigger={<IconButton label={`${t('shell.language')} · ${t('shell.theme')}`} icon={<Icon name="globe" />} />}>
      <MenuChoices
        label={t('shell.language')}
        value={t.locale}
        onChange={switchLocale}
        choices={LOCALES.map((locale) => ({ value: locale, label: nameOfLocale(locale), lang: locale, dir: directionOf(locale) }))}
      />
      <MenuSeparator />
      <MenuChoices
        label={t('shell.theme')}
        value={mode}
        onChange={chooseTheme}
        choices={[
          { value: 'light', label: t('shell.themeLight'), icon: <Icon name="sun" /> },
          { value: 'dark', label: t('shell.themeDark'), icon: <Icon name="moon" /> },
          { value: 'system', label: t('shell.themeSystem'), icon: <Icon name="device" /> },
        ]}
      />
    </Menu>
  );
}
