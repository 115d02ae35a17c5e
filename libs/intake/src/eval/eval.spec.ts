import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluateHostility } from './hostility.js';
import { evaluateIntake } from './intake.js';
import { auc, bootstrap, detectionAt } from './measures.js';
import { evaluatePlanted } from './planted.js';
import { readImport } from './read-import.js';
import { readLabelled } from './read-spam.js';
import { evaluateSpam } from './spam.js';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'fanfare-intake-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, lines: readonly string[]) => {
  writeFileSync(join(folder, name), lines.join('\n'));
  return join(folder, name);
};

describe('measures', () => {
  it('are what they are defined to be', () => {
    const scored = [3, 2, 2, 1].map((odds, at) => ({ odds, isSpam: at < 2 }));
    expect(auc(scored)).toBe(0.875);
    expect(detectionAt(scored, 2)).toEqual({ precision: 2 / 3, recall: 1 });
    expect(detectionAt(scored, 9)).toEqual({ precision: 1, recall: 0 });
    expect(bootstrap(scored, auc)).toEqual(bootstrap(scored, auc));
  });
});

describe('spam', () => {
  const spam = (at: number) => `Check out my channel ${at} and subscribe http://spam-${at}.example`;
  const honest = (at: number) => `This song takes me back to the summer of ${1980 + at}`;

  it('is scored by groups, each left out, or by a model that never saw the file', () => {
    const rows = Array.from({ length: 12 }, (_, at) => [`"${spam(at)}",1,v${at % 3}`, `"${honest(at)}",0,v${at % 3}`]).flat();
    const grouped = evaluateSpam(readLabelled(file('grouped.csv', ['CONTENT,SPAM,VIDEO', ...rows])).texts, null);
    expect(grouped).toMatchObject({ n: 24, auc: 1, groups: { v0: { n: 8 } } });
    const alone = evaluateSpam(readLabelled(file('alone.csv', ['content,spam', ...rows.map((row) => row.slice(0, -3))])).texts, null);
    expect(alone).toMatchObject({ n: 24, how: expect.stringContaining('shipped model') });
    expect(alone.auc).toBeGreaterThan(0.95);
  });

  it('is read from files as they are: quotes, line breaks, markup, broken rows, labels in words, no header', () => {
    const { texts, refused } = readLabelled(file('mess.csv', ['\ufeffid,content,spam', '1,"two\nlines, ""quoted""",0', '2,a "stray quote,1', '3,broken', '4,no label,', '5,&lt;b&gt;&#39;hi&#39;,spam']));
    expect(texts.map(({ text, isSpam }) => [text, isSpam])).toEqual([['two\nlines, "quoted"', false], ['a "stray quote', true], ['&lt;b&gt;&#39;hi&#39;', true]]);
    expect(refused).toBe(2);
    expect(readLabelled(file('sms.tsv', ['ham\tIt\'s "fine', 'spam\tWIN'])).texts.map(({ isSpam }) => isSpam)).toEqual([false, true]);
  });

  it('leaves out no text that the shipped model was trained on: another model tells it', () => {
    const rows = Array.from({ length: 12 }, (_, at) => [`"${spam(at)}",1`, `"${honest(at)}",0`]).flat();
    const { n, how } = evaluateSpam(readLabelled(file('known.csv', ['content,spam', ...rows, 'Check out this video on YouTube:,1', 'I love this song,0'])).texts, null);
    expect([n, how]).toEqual([26, expect.stringContaining('2 that it was trained on')]);
  });

  it('that cannot be measured says why', () => {
    const why = (...lines: string[]) => () => readLabelled(file('none.csv', lines));
    expect(why()).toThrow(/no rows/);
    expect(why('content,spam')).toThrow(/no rows/);
    expect(why('words,spam', 'a,0')).toThrow(/no column content; there are: words, spam/);
    expect(why('content,kind', 'a,0')).toThrow(/no column spam/);
    expect(why('content,spam', 'a,perhaps')).toThrow(/no text in column content with 1 or 0/);
    expect(why('content,spam', 'a,0')).toThrow(/no text is labelled spam/);
    expect(why('content,spam', 'a,1')).toThrow(/every text is labelled spam/);
  });
});

describe('a consultation', () => {
  const TEXT = 'We want wider pavements, trees and benches along the whole avenue.';
  const comment = (id: number, item: number, author: string, body: string, minute = id) => `${id},${item},${author},2024-03-01T10:${String(minute).padStart(2, '0')}:00+0100,"${body}"`;
  const read = (comments: readonly string[], users: readonly string[] = []) => {
    file('items.csv', ['item_id,author,created_at,title,body', '1,a,2024-02-01,Trees,Plant some.', '2,b,nonsense,Benches,"Put some', 'there."', '3,,2024-02-01,,']);
    file('comments.csv', ['comment_id,item_id,author,created_at,body', ...comments]);
    file('users.csv', ['user_id,kind', ...users]);
    return readImport(folder);
  };

  it('is judged in order; campaigns are counted apart, by their authors’ texts, cases and spaces aside', () => {
    const campaign = [comment(1, 1, 'p', TEXT), comment(2, 2, 'p', TEXT.toUpperCase()), comment(3, 3, 'p', `${TEXT}  `), comment(4, 4, 'p', TEXT)];
    const others = [comment(5, 1, 'q', TEXT), comment(6, 2, 'q', TEXT), comment(7, 1, '', TEXT), comment(8, 2, '', TEXT), comment(9, 3, '', TEXT), comment(10, 1, 'r', 'Quel connard')];
    const { texts, refused } = read([...campaign, ...others, ',1,x,2024-03-01,Nobody knows me', '11,1,x,2024-03-01,']);
    expect([texts.length, refused]).toEqual([12, 3]);
    expect(evaluateIntake(texts)).toMatchObject({
      outcomes: { PASS: 6, NUDGE: 2, HOLD: 0, REFUSE: 0 },
      copyPaste: 4,
      campaigns: 1,
      campaignComments: 4,
      campaignsFound: 1,
      copiesHeld: 2,
      copiesToHold: 2,
      n: 12,
      reasons: { 'REPEAT SAME_TEXT NUDGE': 1, 'WORDS COARSE_WORD NUDGE': 1 },
    });
  });

  it('counts as found what intake found: copies so far apart that it has forgotten them are no campaign to it', () => {
    const { texts } = read([1, 2, 3].map((at) => comment(at, at, 'p', TEXT).replace('2024-03', `2024-0${at * 3}`)));
    expect(evaluateIntake(texts)).toMatchObject({ campaigns: 1, campaignComments: 3, campaignsFound: 0, copyPaste: 0, outcomes: { PASS: 5 }, n: 5 });
  });

  it('has campaigns planted in it: copies are held, and different people’s texts are not', () => {
    const words = (at: number) => Array.from({ length: 24 }, (_, word) => `word${at}x${word}`).join(' ');
    const { texts } = read(Array.from({ length: 30 }, (_, at) => comment(at + 1, at, `author${at}`, words(at))));
    const planted = evaluatePlanted(texts);
    expect(planted['word for word']).toEqual({ n: 360, authors: 30, authorsFound: 30, held: 300, nudged: 30 });
    expect(planted['one word in four replaced']!.held).toBe(0);
    expect(planted['no campaign: twelve texts of different people']).toMatchObject({ n: 360, authorsFound: 0, held: 0, nudged: 0 });
    expect(evaluatePlanted(texts.slice(0, 5))).toEqual({});
  });

  it('leaves staff their answers', () => {
    const { texts } = read([1, 2, 3, 4].map((at) => comment(at, at, 'city', TEXT)), ['city,official']);
    expect(evaluateIntake(texts)).toMatchObject({ outcomes: { PASS: 2 }, copyPaste: 4, campaignsFound: 0, campaignsOfStaff: 1 });
  });

  it('needs a text', () => expect(() => readImport(join(folder, 'nowhere'))).toThrow(/no texts/));
});

it('hears words in labelled posts, and says where there were none', () => {
  const path = file('posts.csv', ['HITId,tweet,sentiment', '1,quel connard,offensive_hateful', '2,"rentre, chez toi",hateful', '3,merde alors,normal', '4,bonjour,normal', '5,,normal']);
  expect(evaluateHostility(path)).toEqual({ hostile: 2, hostileFound: 1, peaceful: 2, peacefulFound: 1, byLabel: { hateful: [1, 2], offensive: [1, 1] }, n: 4, refused: 1 });
});
