import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { type RawAnswer, rawRequest } from '../support/raw-http.js';
import { aWorld, type World } from '../support/small-world.js';

let app: App;
let world: World;

beforeAll(async () => {
  app = await startApp({ web: true });
  world = await aWorld(app);
  await app.database.query('UPDATE ideas SET title = $1, body = $2', ['</script><script>alert(1)</script>', '</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) ![x](https://evil.example/x.png)']);
});
afterAll(() => app.stop());

const get = (target: string, headers: Record<string, string> = {}) => rawRequest(app.url, target.replace('$idea', world.ids.idea), { headers });

/** The page in the end, behind redirects. */
async function visit(target: string, headers: Record<string, string> = {}): Promise<RawAnswer> {
  const answer = await get(target, headers);
  return answer.status >= 300 && answer.status < 400 ? visit(String(answer.headers['location']), headers) : answer;
}

const cookie = () => ({ cookie: `fanfare_session=${world.fan.token}` });

/** A page's own scripts carry the nonce of its policy, nothing else runs, and nothing comes from elsewhere. */
function expectSealed({ body, headers }: RawAnswer): void {
  const [, nonce] = /script-src 'nonce-([^']+)'/.exec(String(headers['content-security-policy']))!;
  const scripts = [...body.matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) => attributes!);
  expect(scripts.length).toBeGreaterThan(0);
  const runs = scripts.filter((attributes) => !attributes.includes('application/ld+json'));
  expect(runs.filter((attributes) => !attributes.includes(`nonce="${nonce}"`))).toEqual([]);
  expect(body).not.toContain('<script>alert');
  const tags = body.replace(/<script\b[^]*?<\/script>/g, '').match(/<[a-z](?:[^"'<>]|"[^"]*"|'[^']*')*>/gi)!;
  expect(tags.filter((tag) => /\son\w+\s*=/i.test(tag.replace(/"[^"]*"|'[^']*'/g, '')))).toEqual([]);
  expect(tags.filter((tag) => /(href|src|action)="\s*javascript:/i.test(tag))).toEqual([]);
  const loaded = [...body.matchAll(/<(?:script|img|iframe|video|audio|source|embed|object)\b[^>]*?\s(?:src|data)="([^"]+)"|<link\b(?![^>]*rel="(?:canonical|alternate)")[^>]*?href="([^"]+)"/g)];
  const elsewhere = loaded.map(([, src, href]) => src ?? href!).filter((url) => /^(https?:)?\/\//.test(url) && !url.startsWith(app.url));
  expect(elsewhere).toEqual([]);
}

const PAGES = ['/', '/sign-in', '/sign-up', '/setup', '/c/here', '/c/here/ideas/$idea', '/c/here/search?q=title', '/c/here/members', '/c/here/members/the-fan', '/c/here/guidelines', '/c/here/marks', '/c/here/terms'];
const OF_ONES_OWN = ['/settings', '/c/here/me', '/c/here/post', '/c/here/join', '/c/here/ideas/$idea?versions=1'];

describe('pages', () => {
  it.each(PAGES)('%s is sealed, for a visitor and for a fan', async (target) => {
    for (const headers of [{}, cookie()]) {
      const answer = await visit(target, headers);
      expect(answer.status).toBe(200);
      expect(answer.headers['cache-control']).toBe('private, no-store');
      expectSealed(answer);
    }
  });

  it.each(OF_ONES_OWN)('%s is sealed for a fan, and no accident for a visitor', async (target) => {
    const mine = await visit(target, cookie());
    expect(mine.status).toBe(200);
    expectSealed(mine);
    expect((await get(target)).status).toBeLessThan(500);
  });

  it('hold only what their reader may know', async () => {
    expect((await get(`/c/here/ideas/${world.ids.othersDraft}`, cookie())).status).toBe(404);
    for (const page of ['/', '/c/here/members/the-fan']) expect((await visit(page)).body).not.toContain(world.fan.person!.email);
    expect((await get('/settings', cookie())).body).toContain(world.fan.person!.email);
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/%09/evil.example', 'javascript:alert(1)', '/.evil.example//x', '%2f%2fevil.example', '///evil.example', '/c/..//evil.example'])('signing in goes on to a page of ours, not to %s', async (to) => {
    const { headers } = await get(`/sign-in?to=${encodeURIComponent(to)}`, cookie());
    const target = new URL(String(headers['location'] ?? '/'), app.url);
    expect(target.origin).toBe(app.url);
  });

  it.each([
    '/nowhere', '/c/nowhere', '/c/here/ideas/x', '/c/here/ideas/%00', '/c/here/ideas/..%2f..', '/c/%00', '/c/here?after=x', '/c/here?first=-1', '/c/here?order=NONSENSE&status=NONSENSE&category=x', '/c/here?q=%00%ff',
    '/c/here/search?q=%F0%9F%A7%B1%22%27%5C', '/c/here/members/%00', '/c/here/members?after=x', '/c/here/posted/x', '/c/here.data', '/_root.data', '/__manifest', '/__manifest?p=%2Fc%2Fhere', '/c/here/feed.atom?x=%00', '/c/nowhere/feed.atom',
    '/c/nowhere/sitemap.xml', '/c/here?__proto__[a]=1', `/c/here/search?q=${'x'.repeat(6_000)}`, '/c/here/ideas/$idea?after=x&order=x', '/confirm?code=%00', '/reset-password?code=x&email=%00', '/setup?token=%00', '/c/here/ideas/$idea/%2e%2e/%2e%2e', '/dev/kit',
  ])('%s is answered, and not with 500', async (target) => {
    for (const headers of [{}, cookie()]) expect((await get(target, headers)).status).toBeLessThan(500);
  });

  it('take no other method', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await rawRequest(app.url, '/c/here', { method, headers: { ...cookie(), 'content-type': 'application/x-www-form-urlencoded' } })).status).toBe(404);
  });
});
