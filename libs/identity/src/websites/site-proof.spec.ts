import { expect, it } from 'vitest';
import { siteProves } from './site-proof.js';

const OWN = [{ url: 'https://www.ana.example/about', site: 'ana.example' }];
const PROFILE = [{ url: 'https://mastodon.social/@ana', site: 'mastodon.social' }];

it.each([
  [OWN, 'https://ana.example/feed.xml', true],
  [OWN, 'http://blog.ana.example/', true],
  [OWN, 'https://ana.example.evil.example/', false],
  [OWN, 'https://notana.example/', false],
  [OWN, 'ftp://ana.example/feed', false],
  [OWN, 'ana.example/feed', false],
  [PROFILE, 'https://mastodon.social/@ana.rss', true],
  [PROFILE, 'https://mastodon.social/@ana/feed', true],
  [PROFILE, 'https://mastodon.social/@anabel.rss', false],
  [PROFILE, 'https://mastodon.social/@ben.rss', false],
  [[], 'https://ana.example/feed.xml', false],
])('%j proves %s: %s', (pages, address, proves) => expect(siteProves(pages, address)).toBe(proves));
