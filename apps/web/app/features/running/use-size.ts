import { useT } from '~/i18n/react';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Bytes in the unit that reads best: "1.2 GB", « 1,2 Go ». */
export function useSize(): (bytes: number) => string {
  const t = useT();
  return (bytes) => {
    const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
    return t.number(bytes / 1000 ** power, { style: 'unit', unit: UNITS[power], maximumFractionDigits: 1 });
  };
}
