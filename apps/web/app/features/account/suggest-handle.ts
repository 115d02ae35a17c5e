/** A handle that a name could lead to: lower case, without accents; empty when nothing is left of it. */
export function suggestHandle(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '_').replace(/^[_0-9]+|_+$/g, '').slice(0, 24).replace(/_+$/, '');
}
