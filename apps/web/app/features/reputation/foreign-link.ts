const LINK = /(?:https?:\/\/|www\.)[^\s)\]>"']+|\]\(\s*<?([a-z][a-z0-9+.-]*:[^\s)>]+)/gi;

const PICTURE = /!\[[^\]]*\]\(\s*<?([^\s)>]+)/g;

/** Whether a text shows a picture that lies on another site. */
export function hasForeignPicture(text: string, here?: string): boolean {
  return [...text.matchAll(PICTURE)].some(([, address]) => hasForeignLink(address!, here));
}

/** Whether a text has a link that leads away from this site: enough to say a word in time; the server decides. */
export function hasForeignLink(text: string, here = globalThis.location?.origin ?? ''): boolean {
  for (const [found, inBrackets] of text.matchAll(LINK)) {
    const link = inBrackets ?? found;
    if (here === '' || (link !== here && !link.startsWith(`${here}/`))) return true;
  }
  return false;
}
