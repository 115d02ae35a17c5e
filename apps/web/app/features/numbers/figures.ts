import type { Translator } from '~/i18n/translator';

/** A share in per cent; a dash where there is nothing to share. */
export const share = (t: Translator, value: number | null) => (value === null ? t('numbers.none') : t.number(value, { style: 'percent', maximumFractionDigits: 0 }));

export const ratio = (t: Translator, value: number | null) => (value === null ? t('numbers.none') : t.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 }));
