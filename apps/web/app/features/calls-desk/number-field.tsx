import { TextField } from '~/kit/field';

interface NumberFieldProps {
  label: string;
  value: string;
  min: number;
  max: number;
  onChange(value: string): void;
  optional?: boolean;
  hint?: string;
  error?: string | null;
}

/** A whole number, as it is typed. */
export function NumberField({ onChange, optional, ...field }: NumberFieldProps) {
  return <TextField {...field} optional={optional} required={!optional} type="number" inputMode="numeric" step={1} onChange={(event) => onChange(event.target.value)} />;
}
