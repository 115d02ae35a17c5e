/** An invented deployment for `dev/server.mjs`: the demo brands' texts behind the real schema, in memory, reset at start. */
import './typescript-imports.mjs';
import { createHash } from 'node:crypto';

const { demoCommunities } = await import('../../../libs/portability/src/demo/content/index.ts');
const MarkdownIt = (await import('markdown-it')).default;

const markdown = new MarkdownIt({ html: false, linkify: true });
const DAY = 86_400_000;
const START = Date.now();
const LADDER = [[1, 100, 60], [2, 1000, 365], [3, 5000, 182], [4, 10000, 182]].map(([position, support, days]) => ({ position, support, days }));
const LEVELS = ['NEWCOMER', 'FAN', 'REGULAR', 'ADVOCATE', 'CHAMPION'];
const ago = (days) => new Date(START - days * DAY).toISOString();
const html = (text) => markdown.render(text ?? '');
const plain = (text) => text.replace(/[*_#>`\[\]]/g, '').replace(/\s+/g, ' ').slice(0, 200);
const id = (seed) => createHash('sha1').update(seed).digest('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5');
const yes = { allowed: true, reason: null };
const no = (reason) => ({ allowed: false, reason });

export const state = { voted: new Set(), members: new Map(), comments: 0 };

function page(nodes, { first = 20, after } = {}) {
  const from = after ? Number(Buffer.from(after, 'base64').toString()) : 0;
  const shown = nodes.slice(from, from + first);
  const cursor = (index) => Buffer.from(String(from + index + 1)).toString('base64');
  return {
    nodes: shown,
    edges: shown.map((node, index) => ({ node, cursor: cursor(index) })),
    totalCount: nodes.length,
    pageInfo: {
      hasNextPage: from + shown.length < nodes.length,
      hasPreviousPage: from > 0,
      startCursor: shown.length ? cursor(0) : null,
      endCursor: shown.length ? cursor(shown.length - 1) : null,
    },
  };
}

function memberOf(community, source, index) {
  return {
    id: id(`${community.slug}/${source.handle}`),
    handle: source.handle,
    displayName: source.displayName,
    bio: source.bio ?? '',
    avatarUrl: null,
    joinedAt: ago(source.joinedDaysAgo ?? 30),
    roles: source.role ? [source.role] : [],
    identityLevel: index % 9 === 0 ? 'VERIFIED' : index % 7 === 0 ? 'LINKED' : source.identity,
    level: LEVELS[Math.min(4, Math.floor((source.handle.length * 7 + index) % 6))],
    imported: false,
    community: () => community,
    ideas: (args) => page(community.all.filter((idea) => idea.by === source.handle), args),
    ideaCount: () => community.all.filter((idea) => idea.by === source.handle).length,
    supportedIdeas: (args) => page(community.all.slice(0, 7).map((idea) => ({ castAt: ago(3), standing: 'VERIFIED', idea })), args),
  };
}

function commentOf(idea, source, path, parent = null) {
  const comment = {
    id: id(path),
    idea: () => idea,
    parent,
    inReplyTo: parent,
    author: idea.people.get(source.author) ?? null,
    body: source.body,
    bodyHtml: html(source.body),
    createdAt: ago(source.daysAgo),
    editedAt: null,
    deletedAt: null,
    byStaff: (idea.people.get(source.author)?.roles.length ?? 0) > 0,
    interest: source.interest ?? null,
    helpfulCount: source.helpful ?? 0,
    viewerMarkedHelpful: false,
    versions: [],
    viewerCan: { edit: no('NOT_ALLOWED'), delete: no('NOT_ALLOWED'), markHelpful: yes },
  };
  const replies = (source.replies ?? []).map((reply, index) => commentOf(idea, reply, `${path}/${index}`, comment));
  return { ...comment, replies: (args) => page(replies, args) };
}

function ideaOf(community, source) {
  const ideaId = id(`${community.slug}#${source.key}`);
  const open = source.status === 'OPEN' || source.status === 'UNDER_REVIEW';
  const verified = Math.round(source.votes * 0.8);
  const reached = LADDER.filter((rung) => rung.support <= verified).at(-1) ?? null;
  const response = source.response && {
    id: id(`${ideaId} response`),
    body: source.response.body,
    bodyHtml: html(source.response.body),
    author: community.people.get(source.response.author) ?? null,
    status: source.status,
    createdAt: ago(source.response.daysAgo),
  };
  const supported = () => (state.voted.has(ideaId) ? 1 : 0);
  const idea = {
    id: ideaId,
    by: source.author,
    people: community.people,
    community: () => community,
    title: source.title,
    body: source.body,
    bodyHtml: html(source.body),
    excerpt: plain(source.body),
    status: source.status,
    category: community.categories.find((category) => category.slug === source.category),
    author: community.people.get(source.author) ?? null,
    createdAt: ago(source.daysAgo),
    editedAt: source.edited ? ago(source.edited.daysAgo) : null,
    interest: source.interest ?? null,
    labels: [],
    rung: reached,
    nextRung: open ? (LADDER.find((rung) => rung.support > verified) ?? null) : null,
    deadline: source.status === 'OPEN' ? new Date(START + Math.max(0.4, 60 - source.daysAgo) * DAY).toISOString() : null,
    votingOpen: open,
    officialResponse: response ?? null,
    history: [
      { id: id(`${ideaId} 0`), from: null, to: 'OPEN', at: ago(source.daysAgo), actor: null, response: null, reason: null },
      ...(response ? [{ id: id(`${ideaId} 1`), from: 'OPEN', to: source.status, at: response.createdAt, actor: response.author, response, reason: null }] : []),
    ],
    versions: source.edited
      ? [
          { number: 1, title: source.title, body: source.edited.previousBody, at: ago(source.daysAgo), titleDiff: [], bodyDiff: [] },
          { number: 2, title: source.title, body: source.body, at: ago(source.edited.daysAgo), titleDiff: [], bodyDiff: [{ kind: 'REMOVED', text: source.edited.previousBody }, { kind: 'ADDED', text: source.body }] },
        ]
      : [{ number: 1, title: source.title, body: source.body, at: ago(source.daysAgo), titleDiff: [], bodyDiff: [] }],
    mergedInto: null,
    merged: [],
    similar: ({ first = 5 }) => community.all.filter((other) => other !== idea && other.category === idea.category).slice(0, first).map((other) => ({ idea: other, score: 0.4 })),
    viewerCan: () => ({ edit: no('NOT_ALLOWED'), vote: open ? yes : no('VOTING_CLOSED'), comment: yes }),
    support: () => ({ raw: source.votes + supported(), verified: verified + supported(), quarantined: source.votes > 300 ? 14 : 0, imported: 0 }),
    viewerVote: () => (supported() ? { castAt: ago(0), standing: 'VERIFIED', idea } : null),
    editedSinceVote: false,
    commentCount: source.comments.reduce((sum, comment) => sum + 1 + (comment.replies?.length ?? 0), 0),
  };
  const comments = source.comments.map((comment, index) => commentOf(idea, comment, `${ideaId}/${index}`));
  idea.comments = (args) => page(comments, args);
  idea.heat = { hot: 3, steady: 2, cold: 1 }[source.heat] * 1000 + source.votes;
  return idea;
}

const ORDERS = {
  TRENDING: (a, b) => b.heat - a.heat,
  TOP: (a, b) => b.support().verified - a.support().verified,
  NEWEST: (a, b) => (a.createdAt < b.createdAt ? 1 : -1),
  CLOSING_SOON: (a, b) => (a.deadline ?? '9').localeCompare(b.deadline ?? '9'),
  RELEVANCE: (a, b) => b.heat - a.heat,
};

function matches(idea, filter = {}) {
  const { search, status, category } = filter ?? {};
  if (status?.length && !status.includes(idea.status)) return false;
  if (category && idea.category?.id !== category) return false;
  return !search || `${idea.title} ${idea.body}`.toLowerCase().includes(search.toLowerCase());
}

function communityOf(source) {
  const { guidelines, terms, members, ideas, categories, ...facts } = source;
  const community = {
    ...facts,
    id: id(source.slug),
    guidelines,
    guidelinesHtml: html(guidelines),
    terms: { version: 1, body: terms, bodyHtml: html(terms) },
    categories: categories.map((category) => ({ ...category, id: id(`${source.slug}/${category.slug}`) })),
    ladder: LADDER,
    createdAt: ago(400),
  };
  community.people = new Map(members.map((member, index) => [member.handle, memberOf(community, member, index)]));
  community.all = ideas.map((idea) => ideaOf(community, idea));
  return Object.assign(community, {
    staff: () => [...community.people.values()].filter((m) => m.roles.length).map((m) => ({ member: m, role: m.roles[0], since: m.joinedAt })),
    ideas: ({ orderBy = 'TRENDING', filter, ...args }) => page(community.all.filter((idea) => matches(idea, filter)).sort(ORDERS[orderBy]), args),
    similarIdeas: ({ title, first = 5 }) => community.all.filter((idea) => title.split(/\s+/).some((word) => word.length > 3 && idea.title.toLowerCase().includes(word.toLowerCase()))).slice(0, first).map((idea) => ({ idea, score: 0.5 })),
    statusCounts: () => Object.entries(Object.groupBy(community.all, (idea) => idea.status)).map(([status, list]) => ({ status, count: list.length })),
    member: ({ handle }) => community.people.get(handle) ?? null,
    members: (args) => page([...community.people.values()], args),
  });
}

const communities = demoCommunities.map(communityOf);
const bySlug = (slug) => communities.find((community) => community.slug === slug) ?? null;
const ideaById = (ideaId) => communities.flatMap((community) => community.all).find((idea) => idea.id === ideaId) ?? null;

/** The person of the cookie `sample`: none, `fan` (a member of the first community) or `new` (confirmed nothing). */
function viewerOf(who) {
  if (!who) return null;
  const account = { id: id(who), displayName: 'Noor Haddad', email: 'noor@example.org', emailConfirmed: who === 'fan', locale: 'en', createdAt: ago(90), isOperator: false };
  const mine = who === 'fan' ? [communities[0].people.values().next().value] : [];
  return {
    account: {
      ...account,
      sessions: [
        { id: '1', createdAt: ago(3), lastSeenAt: ago(0), userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0', current: true },
        { id: '2', createdAt: ago(30), lastSeenAt: ago(2), userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19) Safari/600', current: false },
      ],
    },
    identity: { level: who === 'fan' ? 'CONFIRMED' : 'ANONYMOUS', evidence: [] },
    membership: ({ community }) => (bySlug(community) === communities[0] ? (mine[0] ?? null) : null),
    memberships: mine,
    drafts: [],
    votes: (args) => page(bySlug(args.community).all.filter((idea) => state.voted.has(idea.id)).map((idea) => ({ castAt: ago(1), standing: 'VERIFIED', idea })), args),
    comments: (args) => page([], args),
  };
}

function refuse(code) {
  throw Object.assign(new Error(code), { extensions: { code, params: {}, requestId: 'sample' } });
}

/** @param {string | undefined} who @returns {object} the root value of one request */
export function sampleRoot(who) {
  const signedIn = () => who ?? refuse('SIGN_IN_REQUIRED');
  return {
    viewer: () => viewerOf(who),
    communities: (args) => page(communities, args),
    community: ({ slug }) => bySlug(slug),
    idea: ({ id: ideaId }) => ideaById(ideaId),
    deployment: { needsSetup: false, devMailbox: true, version: 'sample' },
    signIn: ({ input }) => (input.password === 'wrong' ? refuse('WRONG_CREDENTIALS') : { token: null, viewer: viewerOf('fan') }),
    signOut: () => ({ signedOut: true }),
    requestPasswordReset: () => ({ sent: true }),
    resendConfirmation: () => ({ sent: true }),
    castVote: ({ input }) => signedIn() && state.voted.add(input.idea) && { idea: ideaById(input.idea) },
    withdrawVote: ({ input }) => (signedIn(), state.voted.delete(input.idea), { idea: ideaById(input.idea) }),
  };
}
