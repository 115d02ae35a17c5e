/** From so many characters or lines on a text is cut short on the wall. */
const LONG = 420;
const MANY_LINES = 9;

/** Whether the wall shows only the beginning of what somebody wrote. */
export function isLong(text: string): boolean {
  return text.length > LONG || text.split('\n').length > MANY_LINES;
}

/**
 * Rendered text whose links are words alone. Where a text is cut short, what cannot be seen must not take the keyboard's
 * focus, nor lie over what comes below it.
 */
export function withoutLinks(html: string): string {
  return html.replace(/<\/?a(?:\s[^>]*)?>/g, '');
}
