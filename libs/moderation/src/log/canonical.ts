/** What may stand in a public entry: whole numbers only, so that every language writes it the same. */
export type Canonical = string | number | boolean | null | readonly Canonical[] | { readonly [name: string]: Canonical };

/**
 * JSON with one spelling: names sorted by code unit, no spaces, as RFC 8785 has it for what may stand here.
 *
 * @throws TypeError for what has no one spelling: fractions, lone surrogates, anything that is no JSON
 */
export function canonical(value: Canonical): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) return `{${members(value as { [name: string]: Canonical }).join(',')}}`;
  return scalar(value as string | number | boolean | null);
}

function members(value: { readonly [name: string]: Canonical }): string[] {
  return Object.keys(value).sort().map((name) => `${scalar(name)}:${canonical(value[name]!)}`);
}

function scalar(value: string | number | boolean | null): string {
  if (typeof value === 'string' && value.isWellFormed()) return JSON.stringify(value);
  if (typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0)) return String(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  throw new TypeError('A public entry holds texts, whole numbers, true, false and null');
}
