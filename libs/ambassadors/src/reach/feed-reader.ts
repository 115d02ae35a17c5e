import { Injectable } from '@nestjs/common';
import { type ProvedPage, siteProves } from '@fanfare/identity';
import { WebClient, type WebPage, WebProblem } from '@fanfare/outbound';
import { type FeedDocument, feedIn, feedLinkIn } from './feed-document.js';
import type { FeedProblem } from './reach.row.js';

export interface ReadFeed extends FeedDocument {
  /** Where the feed was in the end. */
  readonly url: string;
}

const WANTED = {
  types: ['application/rss+xml', 'application/atom+xml', 'application/rdf+xml', 'application/xml', 'text/xml', 'text/html', 'application/xhtml+xml'],
};

/** What reading itself can come to. */
export type ReadingProblem = Exclude<FeedProblem, 'TERM_ENDED'>;

/** Reads feeds of sites that somebody proved to be theirs, and no others. */
@Injectable()
export class FeedReader {
  constructor(private readonly web: WebClient) {}

  /**
   * Reads a feed, or the feed that a page names.
   *
   * @param pages what the member proved to be theirs; what lies elsewhere is not read, or left out
   */
  async read(address: string, pages: readonly ProvedPage[]): Promise<ReadFeed | ReadingProblem> {
    const own = (url: string) => siteProves(pages, url);
    try {
      if (!own(address)) return 'NOT_YOURS';
      const page = await this.web.get(address, WANTED);
      return this.feedOn(page, own) ?? (await this.feedNamedBy(page, own));
    } catch (error) {
      if (error instanceof WebProblem) return 'UNREACHABLE';
      throw error;
    }
  }

  private async feedNamedBy(page: WebPage, own: (url: string) => boolean): Promise<ReadFeed | ReadingProblem> {
    const link = feedLinkIn(textOf(page), page.url);
    if (link === null) return 'NO_FEED';
    if (!own(link)) return 'NOT_YOURS';
    return this.feedOn(await this.web.get(link, WANTED), own) ?? 'NO_FEED';
  }

  private feedOn(page: WebPage, own: (url: string) => boolean): ReadFeed | ReadingProblem | null {
    if (!own(page.url)) return 'NOT_YOURS';
    const feed = feedIn(textOf(page), page.url);
    return feed && { ...feed, items: feed.items.filter(({ url }) => own(url)), url: page.url };
  }
}

function textOf({ body, contentType }: WebPage): string {
  const declared = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? /^<\?xml[^>]*encoding=["']([\w-]+)/.exec(body.subarray(0, 200).toString('latin1'))?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(declared).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
