import type { StateCore, Token } from 'markdown-it';

/** As handles are; not inside a word or an address, and a full stop after it is not part of it. */
const MENTION = /(?<![\p{L}\p{N}_@./-])@([a-z0-9][a-z0-9_-]{2,29})(?![a-z0-9_@-])/giu;

/** A text that calls more people than these calls only these. */
const MOST_MENTIONS = 10;

/** The handles in tokens of a text, in lower case, each once. */
export function mentionsOf(tokens: readonly Token[]): string[] {
  const handles = new Set<string>();
  for (const token of spoken(tokens)) for (const [, handle] of token.content.matchAll(MENTION)) handles.add(handle!.toLowerCase());
  return [...handles].slice(0, MOST_MENTIONS);
}

/** Turns mentions of people into links to them. */
export function linkMentions(state: StateCore, people: ReadonlyMap<string, string>): void {
  if (people.size === 0) return;
  for (const block of state.tokens) {
    if (!block.children) continue;
    const open = new Set(spoken([block]));
    block.children = block.children.flatMap((token) => (open.has(token) ? linked(state, token, people) : [token]));
  }
}

/** Runs of plain text that are not inside a link. */
function spoken(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((block) => {
    let links = 0;
    return (block.children ?? []).filter((token) => {
      if (token.type === 'link_open') links += 1;
      if (token.type === 'link_close') links -= 1;
      return token.type === 'text' && links === 0;
    });
  });
}

function linked(state: StateCore, token: Token, people: ReadonlyMap<string, string>): Token[] {
  const parts: Token[] = [];
  let at = 0;
  const push = (type: string, tag: string, nesting: 1 | 0 | -1, content = '') => {
    const part = new state.Token(type, tag, nesting);
    part.content = content;
    parts.push(part);
    return part;
  };
  for (const match of token.content.matchAll(MENTION)) {
    const path = people.get(match[1]!.toLowerCase());
    if (!path) continue;
    push('text', '', 0, token.content.slice(at, match.index));
    push('link_open', 'a', 1).attrs = [['href', path]];
    push('text', '', 0, match[0]);
    push('link_close', 'a', -1);
    at = match.index + match[0].length;
  }
  push('text', '', 0, token.content.slice(at));
  return parts;
}
