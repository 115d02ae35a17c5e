import type { Letter } from './letter.js';

/** A dot with a word on both sides: what mail programs take for a web or mail address. Initials ("J.R.R.") are none. */
const DOT = /(?<=[\p{L}\p{N}])[.。．｡](?=\p{L}{2}|xn--)/gu;

/**
 * A letter in which no mail program finds an address to press but those of our own site. Names, titles and words come from
 * people, and somebody who is called "www.prize.example" would have our mails lead there. A space after the dot ends what
 * looks like an address, whatever each program takes for one, and stays readable. Addresses in their own fields are ours.
 *
 * @param origin the site's, without a trailing slash
 */
export function withoutForeignAddresses(letter: Letter, origin: string): Letter {
  const plain = (text: string) => unpressable(text, origin);
  return {
    ...letter,
    subject: plain(letter.subject),
    greeting: plain(letter.greeting),
    paragraphs: letter.paragraphs.map(plain),
    ...(letter.closing === undefined ? {} : { closing: plain(letter.closing) }),
    ...(letter.button ? { button: { ...letter.button, label: plain(letter.button.label) } } : {}),
    ...(letter.links ? { links: letter.links.map(({ label, url }) => ({ label: plain(label), url })) } : {}),
    ...(letter.items
      ? {
          items: letter.items.map((item) => ({
            ...item,
            heading: plain(item.heading),
            line: plain(item.line),
            quote: item.quote == null ? null : plain(item.quote),
          })),
        }
      : {}),
  };
}

function unpressable(text: string, origin: string): string {
  return text
    .split(/(\s+)/)
    .map((word) => (isOurs(word, origin) ? word : word.replace(/:\/(?=\/)/g, ': /').replace(DOT, '$& ')))
    .join('');
}

function isOurs(word: string, origin: string): boolean {
  return word === origin || ['/', '?', '#'].some((sign) => word.startsWith(origin + sign));
}
