import { Problem } from './problem.js';

/**
 * A person's text made fit to keep: NFC, `\n` line ends, no control or bidirectional override characters, trimmed.
 * Length is counted in code points.
 *
 * @throws Problem `EMPTY_TEXT` or `TOO_LONG`, with `field` and `max`.
 */
export function cleanText(field: string, text: string, limits: { min?: number; max: number }): string {
  const clean = stripControls(text.normalize('NFC').replace(/\r\n?/g, '\n')).trim();
  const length = [...clean].length;
  if (length < (limits.min ?? 1)) throw new Problem('EMPTY_TEXT', { field, min: limits.min ?? 1 });
  if (length > limits.max) throw new Problem('TOO_LONG', { field, max: limits.max, length });
  return clean;
}

/** The same for a text on one line: white space is folded. */
export function cleanLine(field: string, text: string, limits: { min?: number; max: number }): string {
  return cleanText(field, text.replace(/\s+/g, ' '), limits);
}

/** Removes what PostgreSQL cannot store (NUL, lone surrogates) and what hides text from its reader (controls, bidi overrides). */
export function stripControls(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, '');
}
