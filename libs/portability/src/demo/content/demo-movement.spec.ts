import { praiseAsked } from '@fanfare/ambassadors';
import { describe, expect, it } from 'vitest';
import { SCENES } from '../drawings/scenes.js';
import { demoCommunities } from './index.js';
import { demoMovements } from './movement.js';

const PLAYED: Readonly<Record<string, string>> = { brindlebrick: 'mei_lin', elivane: 'clementine_d' };

describe.each(demoCommunities.map(({ slug, locale, members }) => ({ slug, locale, members, movement: demoMovements[slug]!, played: PLAYED[slug]! })))('the movement of $slug', ({ locale, members, movement, played }) => {
  const { calls, missions, entries, disclosures, redemptions, perks, budgets } = movement;
  const fans = new Set([...members.filter(({ role }) => !role).map(({ handle }) => handle), 'robin']);
  const missionOf = (key: string) => missions.find((one) => one.key === key)!;
  const pieces = entries.flatMap((entry) => entry.pieces.map((piece) => ({ ...piece, entry })));

  it('asks nobody for praise', () => {
    for (const { title, brief } of missions) expect([title, praiseAsked(`${title}\n\n${brief}`, locale)]).toEqual([title, null]);
  });

  it('minds its typography', () => {
    const said = JSON.stringify(movement);
    expect(said.match(/.{20}[a-zà-ÿ]'[a-zà-ÿ]/gi)).toBeNull();
    if (locale === 'fr') expect(said.match(/.{20}\S (?:[;!?»]|:(?!\w))|« .{20}/g)).toBeNull();
  });

  it('is of people of the community, and of ambassadors where it must be', () => {
    const serving = new Set(calls.flatMap(({ applications }) => applications.flatMap(({ member, term }) => (term?.acceptedDaysAgo === undefined ? [] : [member]))));
    const named = [...calls.flatMap(({ applications, reviewers }) => [...reviewers, ...applications.map(({ member }) => member)])];
    expect(named.filter((handle) => !fans.has(handle))).toEqual([]);
    const working = [...entries, ...redemptions, ...movement.links, ...movement.feeds].map(({ member }) => member).concat(missions.flatMap(({ joined }) => joined));
    expect(working.filter((handle) => !serving.has(handle))).toEqual([]);
  });

  it('gives no more seats than there are, and nobody judges who applies', () => {
    for (const { seats, applications, reviewers } of calls) {
      expect(applications.filter(({ state, seatLeftDaysAgo }) => state === 'SELECTED' && seatLeftDaysAgo === undefined).length).toBeLessThanOrEqual(seats);
      for (const { member, marks = {}, conflict } of applications) {
        expect([...reviewers, 'BRAND']).toEqual(expect.arrayContaining(Object.keys(marks)));
        expect(reviewers).not.toContain(member);
        if (conflict) expect(Object.keys(marks)).not.toContain(conflict.by);
      }
    }
  });

  it('has entries in every state, pages of every verdict, a refusal that waits for a moderator, and honest criticism on its wall', () => {
    expect(new Set(entries.map(({ state }) => state))).toEqual(new Set(['DRAFT', 'SUBMITTED', 'NEEDS_DISCLOSURE', 'CHANGE_ASKED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN']));
    const verdicts = pieces.flatMap((piece) => (piece.kind === 'LINK' ? piece.readings.map(({ verdict }) => verdict) : []));
    expect(new Set(verdicts)).toEqual(new Set(['FOUND', 'MISSING', 'UNREACHABLE']));
    const appealed = entries.filter(({ appeal }) => appeal).map(({ state, reviews, appeal }) => [reviews!.at(-1)!.outcome, state, appeal!.overturned !== undefined]);
    expect(appealed).toEqual([['REFUSE', 'REFUSED', false], ['REFUSE', 'ACCEPTED', true]]);
    expect(new Set(missions.map(({ kind }) => kind)).size).toBe(5);
    expect(entries.filter(({ state }) => state === 'ACCEPTED').length).toBeGreaterThan(15);
  });

  it('has entries in every state of the ambassador whom visitors play, and a term that was revoked by the words of its agreement', () => {
    const own = entries.filter(({ member }) => member === played);
    expect(own.map(({ state }) => state)).toEqual(expect.arrayContaining(['DRAFT', 'SUBMITTED', 'CHANGE_ASKED', 'REFUSED', 'ACCEPTED']));
    const revoked = calls.flatMap(({ applications }) => applications.flatMap(({ term }) => (term?.revocation ? [term] : [])));
    expect(revoked.map(({ state }) => state)).toEqual(['REVOKED']);
    const { agreement, revocation, endedDaysAgo } = revoked[0]!;
    expect(movement.agreements[agreement! - 1]!.text).toContain(revocation!.clause.slice(1, -1).trim());
    expect(revocation!.appeal.daysAgo).toBeLessThan(endedDaysAgo!);
  });

  it('shows pages that say what was found on them, and pictures that can be drawn and are described', () => {
    for (const piece of pieces) {
      if (piece.kind === 'IMAGE') expect([piece.draw in SCENES, piece.alt.length > 20]).toEqual([true, true]);
      if (piece.kind !== 'LINK') continue;
      const words = disclosures.filter(({ channel }) => channel === piece.channel).flatMap((one) => one.words);
      const says = words.some((word) => piece.says.toLowerCase().includes(word.toLowerCase()));
      if (piece.entry.lostDaysAgo !== undefined) continue; // it said so once
      expect([piece.url, says]).toEqual([piece.url, piece.readings.at(-1)!.verdict === 'FOUND']);
    }
  });

  it('is judged by the rubric of its missions', () => {
    for (const { mission, reviews = [] } of entries) {
      const { rubric } = missionOf(mission);
      for (const { scores } of reviews) {
        expect(scores).toHaveLength(rubric.length);
        scores.forEach((score, at) => expect(score).toBeLessThanOrEqual(rubric[at]!.points));
      }
    }
  });

  it('pays out of budgets that hold it, and nobody chooses what they cannot pay', () => {
    const paid = entries.filter(({ state }) => state === 'ACCEPTED').map(({ mission, member }) => ({ member, ...missionOf(mission) }));
    for (const { key, funds } of budgets) {
      const spent = paid.filter(({ budget }) => budget === key).reduce((sum, { points }) => sum + points, 0);
      expect(funds.reduce((sum, { points }) => sum + points, 0)).toBeGreaterThan(spent);
    }
    for (const { member, perk } of redemptions) {
      const earned = paid.filter((one) => one.member === member).reduce((sum, { points }) => sum + points, 0);
      expect(earned).toBeGreaterThanOrEqual(perks.find(({ key }) => key === perk)!.cost!);
    }
  });
});
