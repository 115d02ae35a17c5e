import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { networkOf, type Visit, visitorOf } from './visitor.js';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const SALT = randomBytes(32);
const visit = (change: Partial<Visit> = {}): Visit => ({ ip: '203.0.113.7', userAgent: FIREFOX, purpose: '', ...change });
const of = (change: Partial<Visit> = {}, link = 'one', salt = SALT) => visitorOf(visit(change), link, salt);

describe('who follows a link', () => {
  it.each([
    'Googlebot/2.1 (+http://www.google.com/bot.html)',
    'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'Twitterbot/1.0', 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)', 'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
    'WhatsApp/2.23.20.0', 'curl/8.5.0', 'python-requests/2.32.3', 'Mozilla/5.0 (compatible; GPTBot/1.2; +https://openai.com/gptbot)', 'http.rb/5.2.0 (Mastodon/4.3.0; +https://mastodon.social/)', '', '  ',
  ])('%j is a program', (userAgent) => expect(of({ userAgent })).toBe('ROBOT'));

  it.each([
    FIREFOX,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22F76 Instagram 385.0.0.28.84',
  ])('%j is a person', (userAgent) => expect(of({ userAgent })).toHaveProperty('visitor'));

  it.each(['prefetch', 'prefetch;prerender', 'preview'])('a browser that looks ahead (%s) is nobody yet', (purpose) => expect(of({ purpose })).toBe('NOBODY'));

  it('is the same person on the same link that day, and no other: not on another link, with another browser, or another day', () => {
    expect(of()).toEqual(of());
    for (const other of [of({ ip: '203.0.113.8' }), of({ userAgent: `${FIREFOX}.1` }), of({}, 'two'), of({}, 'one', randomBytes(32))]) expect(other).not.toEqual(of());
    expect(JSON.stringify(of())).not.toContain('203.0.113');
  });
});

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s is of the network %s', (ip, network) => expect(networkOf(ip)).toBe(network));
