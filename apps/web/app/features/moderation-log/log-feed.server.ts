import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { servicesContext } from '~/data/services.server';
import { LogHeadsFeedDocument, type LogHeadsFeedQuery } from '~/graphql/generated/documents';
import { translatorFor, type Translator } from '~/i18n/translator';
import { renderAtom, type AtomEntry } from '../feeds/atom';
import { textResponse } from '../feeds/feeds.server';

type Head = NonNullable<LogHeadsFeedQuery['community']>['logHeads']['nodes'][number];

/** The signed heads of the moderation log as Atom: who follows it keeps them without doing anything. */
export async function logHeadsFeed(side: LoaderFunctionArgs): Promise<Response> {
  const slug = side.params.slug!;
  const { community } = await query(side, LogHeadsFeedDocument, { slug });
  if (!community) throw notFound();
  const { origin } = side.context.get(servicesContext);
  const t = translatorFor(community.locale);
  const page = `${origin}/c/${slug}/log`;
  const xml = renderAtom({
    self: `${page}/heads.atom`,
    page,
    title: t('logFeed.title', { community: community.name }),
    subtitle: t('logFeed.subtitle'),
    language: community.locale,
    entries: community.logHeads.nodes.map((head) => entryOf(head, page, t, community.name)),
  });
  return textResponse(xml, 'application/atom+xml');
}

function entryOf({ size, root, signedAt, keyId, signature }: Head, page: string, t: Translator, author: string): AtomEntry {
  return {
    id: `${page}#head-${size}`,
    link: page,
    title: t('logFeed.head', { count: size }),
    // Hex and numbers only: nothing to escape.
    html: `<dl><dt>size</dt><dd>${size}</dd><dt>root</dt><dd><code>${root}</code></dd><dt>signedAt</dt><dd>${signedAt}</dd><dt>keyId</dt><dd><code>${keyId}</code></dd><dt>signature</dt><dd><code>${signature}</code></dd></dl>`,
    published: signedAt,
    updated: signedAt,
    author,
    category: null,
  };
}
