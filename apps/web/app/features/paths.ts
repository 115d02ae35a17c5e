/** The addresses of a community's pages, in one place. */

const LONGEST_SLUG = 60;

export function feedPath(community: string, query = ''): string {
  return `/c/${community}${query}`;
}

/** The brand's desk, or a page of it: `?tab=board`, `/duplicates`. */
export function deskPath(community: string, rest = ''): string {
  return `/c/${community}/desk${rest}`;
}

/** Where moderators decide: the queue, or a state of it. */
export function moderationPath(community: string, query = ''): string {
  return `/c/${community}/moderation${query}`;
}

/** What moderators see of votes that came together: of the community, or of one idea. */
export function votesPath(community: string, idea?: string): string {
  return deskPath(community, `/votes${idea ? `/${idea}` : ''}`);
}

/** The title makes links readable; the id alone decides what is shown. */
export function ideaPath(community: string, idea: { id: string; title: string }): string {
  const slug = titleSlug(idea.title);
  return `/c/${community}/ideas/${idea.id}${slug && `/${slug}`}`;
}

/** The wall of works, or a page of it: `?by=remixed`. */
export function creationsPath(community: string, query = ''): string {
  return `/c/${community}/creations${query}`;
}

export function creationPath(community: string, { id }: { id: string }): string {
  return `/c/${community}/creations/${id}`;
}

export function editCreationPath(community: string, id: string): string {
  return `/c/${community}/creations/${id}/edit`;
}

/** Where a work is shown, a remix of another one perhaps. */
export function newCreationPath(community: string, remixOf?: string | null): string {
  return `/c/${community}/creations/new${remixOf ? `?remix=${remixOf}` : ''}`;
}

export function memberPath(community: string, handle: string): string {
  return `/c/${community}/members/${encodeURIComponent(handle)}`;
}

/** Why their score is what it is. */
export function whyPath(community: string, handle: string): string {
  return `${memberPath(community, handle)}/reputation`;
}

/** Who follows a member, or whom they follow. */
export function followsPath(community: string, handle: string, list: 'followers' | 'following'): string {
  return `${memberPath(community, handle)}/${list}`;
}

/** The circles of a community, one of them, or a page of one: `?tab=members`. */
export function circlePath(community: string, circle = '', rest = ''): string {
  return `/c/${community}/circles${circle && `/${circle}`}${rest}`;
}

export function pagePath(community: string, page: 'post' | 'search' | 'members' | 'me' | 'guidelines' | 'terms' | 'marks' | 'reputation' | 'leaderboard' | 'inbox' | 'roadmap' | 'changelog' | 'feed.atom' | 'creations.atom' | 'changelog.atom' | 'notice' | 'log' | 'transparency'): string {
  return `/c/${community}/${page}`;
}

/** A rule of the community, where all of them stand. */
export function rulePath(community: string, number: number): string {
  return `${pagePath(community, 'guidelines')}#rule-${number}`;
}

export function draftPath(community: string, draft: string): string {
  return `/c/${community}/post?draft=${draft}`;
}

/** The address of one idea with what happens next, for its author right after posting. */
export function postedPath(community: string, idea: string): string {
  return `/c/${community}/posted/${idea}`;
}

/** "Un été à la mer !" → "un-ete-a-la-mer"; empty where the title has no letter of the Latin script. */
export function titleSlug(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    if (slug.length + word.length >= LONGEST_SLUG) break;
    slug += slug ? `-${word}` : word;
  }
  return slug;
}

/** A decision of the moderators: for whom it affects, where it is explained and can be appealed. */
export function decisionPath(community: string, decision: string): string {
  return `/c/${community}/decisions/${decision}`;
}

/** The thread of an appeal: for whoever made it, and for moderators. */
export function appealPath(community: string, appeal: string): string {
  return `/c/${community}/appeals/${appeal}`;
}

/** The calls for ambassadors of a community, one of them, or a page of one. */
export function callPath(community: string, id = '', rest = ''): string {
  return `/c/${community}/calls${id && `/${id}`}${rest}`;
}

/** Who serves as an ambassador of a community. */
export function ambassadorsPath(community: string): string {
  return `/c/${community}/ambassadors`;
}
