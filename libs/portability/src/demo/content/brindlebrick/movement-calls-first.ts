import type { DemoCall } from '../demo-movement.types.js';

/** The first, a year ago, whose four are alumni. */
export const first: DemoCall = {
  key: 'first',
  title: 'Four people who will tell us the truth',
  story: 'We have never done this before. Four people, six months, one box each month, and no rule about what you say but one: say that we gave it to you.',
  perks: 'A box each month, yours to keep\nCoffee with whoever designed it',
  receives: 'A box each month.',
  seats: 4, selection: 'PANEL', blind: false, termMonths: 6,
  opensDaysAgo: 291, closesDaysAgo: 277,
  leastLevel: 'NEWCOMER', leastIdentity: 'CONFIRMED', leastAge: 18, regions: [],
  questions: [{ kind: 'TEXT', text: 'Why should anybody believe you?', required: true, audience: 'PANEL' }],
  criteria: [{ label: 'Says what does not work', weight: 1 }], reviewers: [], seen: 61,
  applications: [...([
    ['gus_farrow', 'Forty years of grey bricks, and I have never once been polite about one.', 'Never be polite about one.'],
    ['tilda_moss', 'Because I know the lore better than you do, and I will say where you broke it.', 'You did, on page two. Welcome.'],
    ['thursday_club', 'Don’t believe me. Believe forty people between 8 and 80 who meet on Thursdays.', 'Bring all forty.'],
    ['nanna_pem', 'I have seven grandchildren and no reason to flatter you.', 'That is the whole job description.'],
  ] as const).map(([member, answer, reason], at) => ({
    member, state: 'SELECTED' as const, daysAgo: 286 - at * 2, country: 'GB', answers: [answer], marks: { BRAND: [5 - (at % 2)] },
    decisions: [{ state: 'SELECTED' as const, daysAgo: 272, reason }],
    term: { state: 'ENDED' as const, offeredDaysAgo: 272, acceptedDaysAgo: 268 - at, endedDaysAgo: 86 - at, agreement: 1 },
  })), {
    member: 'mei_lin', state: 'DECLINED', daysAgo: 281, country: 'GB', answers: ['I build shops the size of a matchbox. Nobody flatters a matchbox.'], marks: { BRAND: [2] },
    decisions: [{ state: 'DECLINED', daysAgo: 272, reason: 'Four seats. We know now what delights you, and not yet what annoys you about us. Please write again when something does.' }],
  }],
  declined: { count: 6, reasons: ['Four seats only. Please come back for the next call.'], answers: [['Ask my club.'], ['I have no reason to lie.']] },
};
