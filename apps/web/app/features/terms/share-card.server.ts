import type { Renderer } from '@takumi-rs/core';
import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { servicesContext } from '~/data/services.server';
import { AmbassadorShareCardDocument, type AmbassadorShareCardQuery } from '~/graphql/generated/documents';
import { translatorFor } from '~/i18n/translator';
import { Kept } from '../feeds/kept';
import { drawCard, HEIGHT, PORTRAIT, portraitOf, type ShareCard, WIDTH } from './share-card-drawing';
import { drawable, registerFaces } from './share-card-fonts.server';
import { serves } from './terms-state';

type Community = NonNullable<AmbassadorShareCardQuery['community']>;
type Member = NonNullable<Community['member']>;

/** A drawn card is kept for an hour: some 25 KB each, so five megabytes at most. */
const cards = new Kept<Buffer>(60 * 60_000, 200);
/** More than this at once wait for each other; more than that are told to come again. */
const AT_ONCE = 2;
const MOST_WAITING = 40;
let waiting = 0;
let turn: Promise<unknown>[] = [];
let made: Promise<Renderer> | null = null;

/** `/c/:slug/members/:handle/card.png`, of who serves or served as an ambassador; 404 for anybody else. */
export async function memberCard(side: LoaderFunctionArgs): Promise<Response> {
  const { community } = await query(side, AmbassadorShareCardDocument, { slug: side.params.slug!, handle: side.params.handle! });
  const card = community?.member ? cardOf(community, community.member) : null;
  if (!card) throw notFound();
  const name = JSON.stringify(card);
  const portrait = () => (card.portrait === null ? null : side.context.get(servicesContext).picture(card.portrait));
  const picture = await cards.get(name, Date.now(), undefined, async () => inTurn(card, await portrait())).catch((error: unknown) => error as Error);
  if (picture instanceof TooMany) return new Response(null, { status: 503, headers: { 'Retry-After': '5' } });
  if (picture instanceof Error) throw picture;
  // For ten minutes only: a name changes, and a term can end.
  return new Response(new Uint8Array(picture), { headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=600', 'X-Content-Type-Options': 'nosniff' } });
}

/** What the card of a member says; null for who never served. */
export function cardOf({ name, locale, theme }: Pick<Community, 'name' | 'locale' | 'theme'>, member: Member): ShareCard | null {
  const [term] = member.ambassadorTerms;
  if (!term?.since || !term.until) return null;
  const t = translatorFor(locale);
  const running = serves(term, new Date());
  const did = [member.missionsDone > 0 && t('terms.missionsDone', { count: member.missionsDone }), member.ideaCount > 0 && t('terms.ideas', { count: member.ideaCount })];
  return {
    seed: member.id,
    portrait: member.portraitUrl,
    name: drawable(member.displayName) || `@${member.handle}`,
    handle: member.handle,
    title: drawable(t(running ? 'terms.cardTitle' : 'terms.cardAlumni', { community: name })),
    span: t(running ? 'terms.since' : 'terms.span', { since: t.date(term.since), until: t.date(term.until) }),
    receives: drawable(t(running ? 'recruitment.receives' : 'recruitment.received', { what: term.receives })),
    did: did.filter((one) => one !== false),
    theme,
  };
}

/** Draws it, with a picture of their own or the one that pages draw. @returns a PNG of 1200 × 630 */
export async function pictureOf(card: ShareCard, portrait: Uint8Array | null = null): Promise<Buffer> {
  made ??= makeRenderer();
  const renderer = await made.catch((error: unknown) => { made = null; throw error; });
  const images = [{ src: PORTRAIT, data: portrait ?? Buffer.from(portraitOf(card.seed)), cache: 'none' as const }];
  return renderer.render(drawCard(card), { width: WIDTH, height: HEIGHT, format: 'png', images });
}

/** Fetched when the first card is drawn: most starts of the server draw none. */
async function makeRenderer(): Promise<Renderer> {
  const { Renderer } = await import('@takumi-rs/core');
  const renderer = new Renderer({ cacheMaxBytes: 8 * 1024 * 1024 });
  await registerFaces(renderer);
  return renderer;
}

class TooMany extends Error {}

/** A few at a time: a crowd that asks for many cards takes neither all the cores nor all the memory. */
async function inTurn(card: ShareCard, portrait: Uint8Array | null): Promise<Buffer> {
  if (waiting >= MOST_WAITING) throw new TooMany('Too many cards are being drawn');
  waiting += 1;
  try {
    while (turn.length >= AT_ONCE) await Promise.race(turn);
    const drawing = pictureOf(card, portrait);
    const over = drawing.catch(() => undefined).finally(() => { turn = turn.filter((one) => one !== over); });
    turn.push(over);
    return await drawing;
  } finally {
    waiting -= 1;
  }
}
