/** How we write a body smaller, the better one first. */
const CODINGS = ['br', 'gzip'] as const;

export type ContentCoding = (typeof CODINGS)[number];

/**
 * The coding that a client likes best of those we write, by its Accept-Encoding (RFC 9110 §12.5.3), or null for none. Of
 * two it likes the same we choose ours.
 */
export function codingFor(acceptEncoding: string | undefined): ContentCoding | null {
  const weights = weightsIn(acceptEncoding ?? '');
  const weightOf = (coding: string) => weights.get(coding) ?? weights.get('*') ?? 0;
  const [best] = [...CODINGS].sort((one, other) => weightOf(other) - weightOf(one)); // stable: ours stays first
  const least = weights.get('identity') ?? 0;
  return weightOf(best!) > 0 && weightOf(best!) >= least ? best! : null;
}

function weightsIn(header: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const entry of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = entry.split(';').map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
    if (name) weights.set(name === 'x-gzip' ? 'gzip' : name, Number(weight) || 0);
  }
  return weights;
}
