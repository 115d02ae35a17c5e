import type { DemoCall } from '../demo-movement.types.js';

/** A day long, and just decided: the fan whom visitors play is on its waiting list. */
export const wheel: DemoCall = {
  key: 'wheel',
  title: 'Two people for one wheel',
  story: `Last month Mr Daly, 71, left hand, stopped at minute thirty of his first box. Aoife sat beside him, touched nothing, and wrote down why: **our cart wheel needs two hands at once.**

We have drawn three others. Two of you get all three for a month, before one of them becomes a mould.

## Short notice, short form

The mould is cut in five weeks, so this call is open for a day and asks one question. If you have one hand for building, always or just now, we would like to read you first.`,
  perks: 'Three wheels nobody else has, yours to keep\nYour name beside the part that is made of it',
  receives: 'Three trial wheels, and an hour with whoever draws them.',
  seats: 2, selection: 'PANEL', blind: false, termMonths: 1,
  opensDaysAgo: 2.4, closesDaysAgo: 1.3,
  leastLevel: 'NEWCOMER', leastIdentity: 'CONFIRMED', leastAge: 16, regions: [],
  questions: [{ kind: 'TEXT', text: 'What did you last put together with one hand, and where did it slip?', help: 'A wheel, a tent, a toddler’s shoe.', required: true, audience: 'PANEL' }],
  criteria: [{ label: 'Would notice', weight: 2 }, { label: 'Says what does not work', weight: 1 }], reviewers: ['aoife_ot'],
  seen: 63,
  applications: [
    {
      member: 'noor_e', state: 'SELECTED', daysAgo: 2.2, country: 'GB', marks: { BRAND: [5, 5], aoife_ot: [5, 5] },
      answers: ['A curtain rail, from a wheelchair, with the other hand on the brake. It slips at the exact moment you need the third hand, and a wheel is nothing but that moment.'],
      decisions: [{ state: 'SELECTED', daysAgo: 0.7, reason: '“The exact moment you need the third hand” is now pinned above the drawing board.' }],
      term: { state: 'OFFERED', offeredDaysAgo: 0.7 },
    },
    {
      member: 'tomasz_g', state: 'SELECTED', daysAgo: 1.9, country: 'PL', marks: { BRAND: [5, 4], aoife_ot: [4, 5] },
      answers: ['Your own cart, after my stroke in spring. The axle is round. Give it one flat side and it stays where I put it; I made moulds for eighteen years, it costs you nothing.'],
      decisions: [{ state: 'SELECTED', daysAgo: 0.7, reason: 'One flat side. We have drawn it since, and would like your hand on it.' }],
      term: { state: 'OFFERED', offeredDaysAgo: 0.7 },
    },
    {
      member: 'robin', state: 'WAITING', daysAgo: 2, country: 'GB', waitingPlace: 1, marks: { BRAND: [4, 4], aoife_ot: [4, 3] },
      answers: ['A lamp, last winter, with my wrist in plaster for six weeks. I held the hub with my chin. It slipped whenever I laughed, which with a brick under your chin is often.'],
      decisions: [{
        state: 'WAITING', daysAgo: 0.7,
        reason: 'The chin made us laugh, and then made us measure. There were two seats, and two people whose hand will not be out of plaster in spring. You are first in line: they have two weeks to say yes.',
      }],
    },
    {
      member: 'captain_bello', state: 'DECLINED', daysAgo: 1.6, country: 'GB', marks: { BRAND: [1, 3], aoife_ot: [1, 2] },
      answers: ['A ship’s wheel, in a Force 8, with a mug in the other hand. It did not slip. Yours would.'],
      decisions: [{ state: 'DECLINED', daysAgo: 0.7, reason: 'We believe every word, and ours is the wheel of a cart. There will be a helm one day, and then we know where you live.' }],
    },
  ],
};
