import type { SubjectKind } from './categories';

/** What an address of a community shows: by id, or a member by handle. */
export type Addressed = { readonly kind: SubjectKind; readonly id: string } | { readonly kind: 'MEMBER'; readonly handle: string };

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Parts of a page have addresses of their own, which say more than the page's. */
const PARTS: Readonly<Record<string, SubjectKind>> = { comment: 'COMMENT', response: 'CREATION_RESPONSE', post: 'CIRCLE_POST', application: 'APPLICATION' };

/**
 * What stands at an address of this community, as people copy it from their browser; null when it is no address of something
 * that can be reported.
 *
 * @param base for addresses without a host
 */
export function subjectOf(address: string, slug: string, base: string): Addressed | null {
  const url = URL.parse(address.trim(), base);
  if (!url) return null;
  const [c, community, room, name] = url.pathname.split('/').filter(Boolean);
  if (c !== 'c' || community !== slug) return null;
  return partOf(url) ?? pageOf(room, name);
}

function partOf({ hash, searchParams }: URL): Addressed | null {
  const post = searchParams.get('post');
  if (post && ID.test(post)) return { kind: 'CIRCLE_POST', id: post };
  const [, part = '', id = ''] = /^#([a-z]+)-(.+)$/.exec(hash) ?? [];
  const kind = PARTS[part];
  return kind && ID.test(id) ? { kind, id } : null;
}

function pageOf(room: string | undefined, name: string | undefined): Addressed | null {
  if (!name) return null;
  if (room === 'members') return { kind: 'MEMBER', handle: decoded(name) };
  if (!ID.test(name)) return null;
  if (room === 'ideas') return { kind: 'IDEA', id: name };
  if (room === 'entries') return { kind: 'ENTRY', id: name };
  return room === 'creations' ? { kind: 'CREATION', id: name } : null;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
