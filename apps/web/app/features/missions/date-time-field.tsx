import { TextField, type FieldProps } from '~/kit/field';
import { useHydrated } from '~/shell/now';
import { isoOf, localOf } from './mission-draft';

/** A moment in the writer's own time; empty until the browser says which that is. */
export function DateTimeField({ value, onChange, ...field }: FieldProps & { value: string; onChange(iso: string): void; required?: boolean; name?: string }) {
  const hydrated = useHydrated();
  return <TextField type="datetime-local" {...field} value={hydrated ? localOf(value) : ''} onChange={(event) => onChange(isoOf(event.target.value))} />;
}
