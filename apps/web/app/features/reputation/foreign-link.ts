const LINK = /(?:https?:\/\/|www\.)[^\s)\]>"']+|\]\(\s*<?([a-z][a-z0-9+.-]*:[^\s)>]+)/gi;

/** Whether a text has a link that leads away from this site: enough to say a word in time; the server decides. */
export function hasForeignLink(text: string, here = globalThis.location?.origin ?? ''): boolean {
  for (const [found, inBrackets] of text.matchAll(LINK)) {
    const link = inBrackets ?? found;
    if (here === '' || (link !== here && !link.startsWith(`${here}/`))) return true;
  }
  return false;
}
