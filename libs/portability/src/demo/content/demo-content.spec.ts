import { forbidsCriticism } from '@fanfare/communities';
import { describe, expect, it } from 'vitest';
import type { DemoComment, DemoCommunity, DemoIdea } from './demo-content.types.js';
import { demoCommunities } from './index.js';
import { demoMatters } from './matters.js';

const LADDER_VOTES = 100;
const LADDER_DAYS = 60;
const WHITE = 1;

/** WCAG relative luminance of `#RRGGBB`, 0..1. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const duplicates = (values: string[]) => values.filter((value, at) => values.indexOf(value) !== at);
const flat = (comments: DemoComment[]): DemoComment[] => comments.flatMap((c) => [c, ...flat(c.replies ?? [])]);
const staff = (community: DemoCommunity) => community.members.filter((m) => m.role);

/** Ideas for which `broken` holds, by key, so that a failure names them. */
const offenders = (ideas: DemoIdea[], broken: (idea: DemoIdea) => boolean) => ideas.filter(broken).map((i) => i.key);

/** Everything written in an idea, as [handle, age in days]. */
function writings(idea: DemoIdea): [string, number][] {
  const said = flat(idea.comments).map((c): [string, number] => [c.author, c.daysAgo]);
  const answer: [string, number][] = idea.response ? [[idea.response.author, idea.response.daysAgo]] : [];
  return [[idea.author, idea.daysAgo], ...said, ...answer];
}

/** Every text of a community that a reader may see in its own language. */
function texts(community: DemoCommunity): string[] {
  const ideas = community.ideas.flatMap((i) => [
    i.title, i.body, i.response?.body, i.edited?.title, i.edited?.previousBody,
    ...flat(i.comments).map((c) => c.body),
  ]);
  const rest = [community.tagline, community.description, community.guidelines, community.terms, community.ideaTemplate, ...community.rules.flatMap(({ title, body }) => [title, body])];
  return [...ideas, ...rest, ...community.members.map((m) => m.bio)].filter((text) => text !== undefined);
}

/** Declared interests; one person may well repeat hers. */
const interestNotes = (community: DemoCommunity) =>
  community.ideas.flatMap((i) => [i, ...flat(i.comments)]).flatMap((text) => text.interest?.note ?? []);

describe('demo communities', () => {
  it('have rules of their own, none of them against criticism', () => {
    for (const { rules } of demoCommunities) {
      expect(rules.length).toBeGreaterThan(5);
      expect(rules.filter((rule) => forbidsCriticism(rule) !== null)).toEqual([]);
    }
  });

  it('are two, one in each language, under different slugs', () => {
    expect(demoCommunities.map((c) => c.locale).sort()).toEqual(['en', 'fr']);
    expect(duplicates(demoCommunities.map((c) => c.slug))).toEqual([]);
  });
});

describe.each(demoCommunities)('demo content of $slug', (community) => {
  const { ideas, members } = community;
  const handles = new Set(members.map((m) => m.handle));
  const team = new Set(staff(community).map((m) => m.handle));

  it('has enough people, ideas and categories', () => {
    expect(members.length - team.size).toBeGreaterThanOrEqual(34);
    expect(ideas.length).toBeGreaterThanOrEqual(42);
    expect(community.categories.length).toBeGreaterThanOrEqual(6);
    expect(community.categories.length).toBeLessThanOrEqual(8);
  });

  it('has one owner, one brand manager and one moderator', () => {
    expect(staff(community).map((m) => m.role).sort()).toEqual(['BRAND_MANAGER', 'MODERATOR', 'OWNER']);
  });

  it('names everything once', () => {
    expect(duplicates(ideas.map((i) => i.key))).toEqual([]);
    expect(duplicates(ideas.map((i) => i.title))).toEqual([]);
    expect(duplicates(members.map((m) => m.handle))).toEqual([]);
    expect(duplicates(members.map((m) => m.displayName))).toEqual([]);
    expect(duplicates(texts(community).filter((t) => t.length > 25))).toEqual([]);
    expect(members.filter((m) => !/^[a-z][a-z0-9_]{2,23}$/.test(m.handle))).toEqual([]);
  });

  it('refers only to people and categories that exist', () => {
    const categories = new Set(community.categories.map((c) => c.slug));
    expect(offenders(ideas, (i) => !categories.has(i.category))).toEqual([]);
    expect(offenders(ideas, (i) => writings(i).some(([handle]) => !handles.has(handle)))).toEqual([]);
    expect([...categories].filter((slug) => !ideas.some((i) => i.category === slug))).toEqual([]);
  });

  it('answers every idea that moved, through its staff, with a real text', () => {
    const untouched = (i: DemoIdea) => i.status === 'OPEN' || i.status === 'EXPIRED';
    expect(offenders(ideas, (i) => untouched(i) === Boolean(i.response))).toEqual([]);
    expect(offenders(ideas, (i) => i.response !== undefined && !team.has(i.response.author))).toEqual([]);
    expect(offenders(ideas, (i) => i.response !== undefined && i.response.body.length < 200)).toEqual([]);
    expect(offenders(ideas, (i) => team.has(i.author))).toEqual([]);
  });

  it('keeps the ladder: who missed the first rung in time has expired, who reached it has not', () => {
    const missed = (i: DemoIdea) => i.votes < LADDER_VOTES;
    expect(offenders(ideas, (i) => i.status === 'OPEN' && i.daysAgo >= LADDER_DAYS && missed(i))).toEqual([]);
    expect(offenders(ideas, (i) => i.status === 'EXPIRED' && !(i.daysAgo > LADDER_DAYS && missed(i)))).toEqual([]);
    const answeredTooLate = (i: DemoIdea) => i.daysAgo - (i.response?.daysAgo ?? i.daysAgo) >= LADDER_DAYS;
    expect(offenders(ideas, (i) => missed(i) && answeredTooLate(i))).toEqual([]);
  });

  it('orders time: people join, then write; ideas come before comments, comments before replies', () => {
    const joined = new Map(members.map((m) => [m.handle, m.joinedDaysAgo]));
    expect(offenders(ideas, (i) => writings(i).some(([who, age]) => age > (joined.get(who) ?? 0)))).toEqual([]);
    expect(offenders(ideas, (i) => writings(i).some(([, age]) => age > i.daysAgo || age <= 0))).toEqual([]);
    expect(offenders(ideas, (i) => i.edited !== undefined && i.edited.daysAgo >= i.daysAgo)).toEqual([]);
    const tooEarly = (c: DemoComment) => (c.replies ?? []).some((reply) => reply.daysAgo > c.daysAgo);
    expect(offenders(ideas, (i) => i.comments.some(tooEarly))).toEqual([]);
    expect(ideas.flatMap((i) => i.comments).flatMap((c) => c.replies ?? []).filter((r) => r.replies)).toEqual([]);
  });

  it('has the mix of a real board', () => {
    const count = (status: DemoIdea['status']) => ideas.filter((i) => i.status === status).length;
    expect(count('OPEN') / ideas.length).toBeGreaterThan(0.5);
    expect(count('OPEN') / ideas.length).toBeLessThan(0.6);
    expect(count('DELIVERED')).toBeGreaterThanOrEqual(3);
    expect(count('DECLINED')).toBeGreaterThanOrEqual(3);
    expect([1, 2]).toContain(count('EXPIRED'));
    for (const status of ['UNDER_REVIEW', 'PLANNED', 'IN_PROGRESS'] as const) expect(count(status)).toBeGreaterThan(1);
    expect(ideas.filter((i) => i.status === 'OPEN' && i.daysAgo >= 52 && i.daysAgo < 60).length).toBeGreaterThan(2);
    expect(ideas.filter((i) => i.edited).length).toBeGreaterThanOrEqual(5);
    expect(ideas.filter((i) => i.interest).length).toBeGreaterThan(1);
    expect(offenders(ideas, (i) => !Number.isInteger(i.votes) || i.votes < 0 || i.votes > 420)).toEqual([]);
    expect(offenders(ideas, (i) => flat(i.comments).length > 14)).toEqual([]);
  });

  it('brings a readable accent and its own artwork', () => {
    expect(community.theme.accent).toMatch(/^#[0-9A-F]{6}$/);
    expect((WHITE + 0.05) / (luminance(community.theme.accent) + 0.05)).toBeGreaterThanOrEqual(4.5);
    expect(community.theme.hero).toBe(`/demo/${community.slug}/hero.svg`);
    expect(community.theme.logo).toBe(`/demo/${community.slug}/logo.svg`);
    expect(community.theme.favicon).toBe(`/demo/${community.slug}/favicon.svg`);
  });

  it('minds its typography and links nowhere real', () => {
    const all = [...texts(community), ...interestNotes(community)];
    expect(all.filter((t) => /[a-zà-ÿ]'[a-zà-ÿ]/i.test(t))).toEqual([]);
    expect(all.filter((t) => /https?:\/\/(?!example\.org\/)/.test(t))).toEqual([]);
    if (community.locale === 'fr') expect(all.filter((t) => /\S [:;!?»]|« /.test(t))).toEqual([]);
  });
});

describe.each(demoCommunities)('what moderators of $slug have before them', ({ slug, ideas, members, rules }) => {
  const { matters, words } = demoMatters[slug]!;
  const decisions = matters.flatMap(({ decision, body, author }) => (decision ? [{ ...decision, body, author }] : []));

  it('is said by fans, under ideas that take comments, and reported by others', () => {
    const fans = members.filter(({ role }) => !role).map(({ handle }) => handle);
    for (const { idea, author, daysAgo, reports } of matters) {
      expect(ideas.find(({ key }) => key === idea), idea).toMatchObject({ status: 'OPEN' });
      expect(fans).toEqual(expect.arrayContaining([author, ...reports.map(({ by }) => by)]));
      expect(reports.map(({ by }) => by)).not.toContain(author);
      expect(daysAgo).toBeGreaterThan(0.25); // its reports come hours later, before now
    }
  });

  it('is decided by rules there are, with a passage that stands there', () => {
    for (const { action, rule, passage, body } of decisions) {
      if (action === 'KEEP') expect([rule, passage]).toEqual([undefined, undefined]);
      else expect([rules[rule! - 1] !== undefined, body.includes(passage!)]).toEqual([true, true]);
    }
  });

  it('is of every kind: kept, waiting, held by a word, labelled, asked for a change, appealed against and reversed', () => {
    expect(new Set(decisions.map(({ action }) => action))).toEqual(new Set(['KEEP', 'ASK_CHANGE', 'REMOVE', 'LABEL']));
    expect(decisions.flatMap(({ appeal }) => (appeal ? [appeal.reversed !== undefined] : [])).sort()).toEqual([false, true]);
    for (const { by, appeal } of decisions) expect(appeal?.reversed?.by).not.toBe(by); // whoever decided took part
    const held = matters.filter(({ reports }) => reports.length === 0);
    expect(held.map(({ body }) => words.some((word) => body.toLowerCase().includes(word)))).toEqual([true]);
    expect(matters.some(({ reports, decision }) => reports.length > 0 && !decision)).toBe(true);
  });
});
