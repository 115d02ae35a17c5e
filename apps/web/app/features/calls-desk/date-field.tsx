import { TextField, type FieldProps } from '~/kit/field';
import { useHydrated } from '~/shell/now';
import { isoOf, localOf } from './local-time';

/** A moment in the reader's own time; empty until the page knows where that is. */
export function DateField({ value, onChange, optional, ...field }: FieldProps & { value: string; onChange(iso: string): void }) {
  const hydrated = useHydrated();
  return <TextField {...field} optional={optional} required={!optional} type="datetime-local" value={hydrated ? localOf(value) : ''} onChange={(event) => onChange(isoOf(event.target.value))} />;
}
