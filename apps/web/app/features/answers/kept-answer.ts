/** An answer that is being written survives a closed dialog, a reload and a lost connection; each idea has its own, in this tab. */

const name = (idea: string) => `fanfare-answer:${idea}`;

export function readKept(idea: string): string {
  try {
    return sessionStorage.getItem(name(idea)) ?? '';
  } catch {
    return '';
  }
}

/** Keeps the text; an empty one is forgotten. */
export function keep(idea: string, text: string): void {
  try {
    if (text.trim()) sessionStorage.setItem(name(idea), text);
    else sessionStorage.removeItem(name(idea));
  } catch {
    // A browser that stores nothing still answers.
  }
}
