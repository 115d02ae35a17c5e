import { Injectable } from '@nestjs/common';
import { WebClient } from '@fanfare/outbound';
import { isSamePage, relMeLinks } from './rel-me.js';
import { type Page, pageOf } from './site.js';

/** A page that was read. */
export interface ReadPage extends Page {
  /** Where it was in the end. */
  readonly url: string;
  /** Which of the profiles it links to; null when to none. */
  readonly profileUrl: string | null;
}

const HTML = { types: ['text/html', 'application/xhtml+xml'] };

/** Looks whether a page says whose it is. */
@Injectable()
export class WebsiteReader {
  constructor(private readonly web: WebClient) {}

  /** @throws WebProblem */
  async read(address: string, profileUrls: readonly string[]): Promise<ReadPage> {
    const page = await this.web.get(address, HTML);
    const links = relMeLinks(textOf(page.body, page.contentType), page.url);
    const profileUrl = profileUrls.find((profile) => links.some((link) => isSamePage(link, new URL(profile)))) ?? null;
    return { ...pageOf(page.url), url: page.url, profileUrl };
  }
}

/** Addresses are ASCII: a charset that we do not know is read well enough as UTF-8. */
function textOf(body: Buffer, contentType: string): string {
  const charset = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
