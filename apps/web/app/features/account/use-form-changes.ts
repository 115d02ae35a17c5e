import { useCallback, useRef, useState, type RefCallback } from 'react';

/** Whether a form says something else than when it appeared, or when it was last saved. Give the form `ref` and `onChange`. */
export function useFormChanges() {
  const form = useRef<HTMLFormElement | null>(null);
  const saved = useRef('');
  const [changed, setChanged] = useState(false);
  const ref = useCallback<RefCallback<HTMLFormElement>>((element) => {
    form.current = element;
    if (element) saved.current = saying(element);
  }, []);
  const onChange = () => setChanged(form.current !== null && saying(form.current) !== saved.current);
  const settle = useCallback(() => {
    if (form.current) saved.current = saying(form.current);
    setChanged(false);
  }, []);
  return { ref, onChange, changed, settle };
}

function saying(form: HTMLFormElement): string {
  return JSON.stringify([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}
