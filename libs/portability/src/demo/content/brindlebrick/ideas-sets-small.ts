import type { DemoIdea } from '../demo-content.types.js';

export const smallSetIdeas: DemoIdea[] = [
  {
    key: 'tide-pool',
    title: `A tide pool for £9`,
    category: 'new-sets',
    author: 'arlo_j',
    daysAgo: 12,
    status: 'OPEN',
    votes: 64,
    heat: 'hot',
    body: `There is nothing under £14 in the shop any more. A tide pool needs 80 pieces: a ring of dark grey rock, clear blue tiles, one crab, one starfish, one anemone made from the bean tendril, one lost flip-flop.

£9. Fits in a coat pocket. The flip-flop is essential.`,
    comments: [
      { author: 'wren_builds', daysAgo: 12, body: `It would sit perfectly at the foot of a certain lighthouse. Just saying.`, helpful: 8 },
      { author: 'vera_k', daysAgo: 11, body: `Pocket-money sets stopped because shops give shelf space by margin per centimetre. Sell it in a paper pouch on a hook by the till: no shelf needed.`, helpful: 14, replies: [
        { author: 'arlo_j', daysAgo: 10, body: `A hook! That’s brilliant, adding it to my drawing.` },
      ] },
      { author: 'ottilie', daysAgo: 6, body: `Beadlet anemone: dark red, eight tendrils, closes when you put a 2 × 2 dome on it.`, helpful: 5 },
    ],
  },
  {
    key: 'repair-cafe',
    title: `Repair café: every broken thing in the set can be mended`,
    category: 'new-sets',
    author: 'carla_spares',
    daysAgo: 41,
    status: 'OPEN',
    votes: 92,
    heat: 'steady',
    body: `A corner café with a long table, four volunteers and ten broken objects: a toaster, a lamp, a bicycle, a teddy with one arm, a radio, a chair on three legs…

Each one comes *broken*, with the fault hidden inside, and the book only tells you the symptoms. You find the fault, you fix it with the parts in the drawer, and the toaster pops.

About 480 pieces, £42. It teaches the thing I care about most: what is broken is not finished.`,
    comments: [
      { author: 'aoife_ot', daysAgo: 40, body: `As a therapist: a task with a symptom, a search and a small repair is gold. I would order six for the clinic.`, helpful: 12 },
      { author: 'quiet_builder', daysAgo: 31, body: `I never comment but this made me want to.`, helpful: 7 },
      { author: 'gus_farrow', daysAgo: 30, body: `Will one of the broken objects be a Harbour Inn door hinge?`, helpful: 41, replies: [
        { author: 'carla_spares', daysAgo: 30, body: `Gus. It was RIGHT there and I missed it.`, helpful: 12 },
        { author: 'theo_lindgren', daysAgo: 29, body: `Ouch. Fair. See the hinge idea, we’re on it.`, helpful: 15 },
      ] },
      { author: 'rahul_of_three', daysAgo: 18, body: `Two of mine would love it, the third would be the one who breaks things, so everyone has a role.` },
    ],
  },
  {
    key: 'city-tram',
    title: `Tram line 1: street track with tight curves and a tram that grips`,
    category: 'new-sets',
    author: 'yuki_trains',
    daysAgo: 8,
    status: 'OPEN',
    votes: 118,
    heat: 'hot',
    body: `Your train track needs 88 cm for a half-circle. My living room has 70. Real cities solved this in 1881: **trams**.

### Track
- Flush street plates, 8 × 8, with the rail groove moulded in, so cars and Brindlings can cross.
- Curve radius 16 studs. Long trams cope because they are articulated.

### Tram
- Three short bodies, two bogies, low floor (a wheelchair rolls in from an 8-plate kerb; I measured with Noor’s help).
- One battery axle, and *rubber rings*, because the current locomotive slips on a 3 % slope.

### Price
Starter oval with the tram £79, four extra curves £15.

Every brick town I have seen at exhibitions has a street where a tram should be.`,
    comments: [
      { author: 'noor_e', daysAgo: 8, body: `Can confirm: we rolled the chair in and out about forty times and only lost one Brindling under the bogie.`, helpful: 11 },
      { author: 'ines_moc', daysAgo: 7, body: `Yellow. One car. Very steep hill. You know which one I mean. Please make the single-car version possible with the same parts!`, helpful: 19, replies: [
        { author: 'yuki_trains', daysAgo: 7, body: `Line 28 is literally my next drawing. 13 % gradient though… rack rail?`, helpful: 4 },
        { author: 'pieter_v', daysAgo: 6, body: `With rubber rings on all four wheels and 350 g on the driven axle you manage about 9 %. Beyond that it is a rack or a miracle.`, helpful: 7 },
      ] },
      { author: 'kwame_a', daysAgo: 5, body: `Flush street plates alone would change every town I build. I’d buy ten without the tram.`, helpful: 9 },
      { author: 'gus_farrow', daysAgo: 2, body: `Only if it runs on the existing battery box. I refuse to own a sixth charger.`, helpful: 13 },
      { author: 'rahul_of_three', daysAgo: 1, body: `Flush track means nothing to step on in the dark. Sold.`, helpful: 6 },
    ],
  },
  {
    key: 'rock-beacon',
    title: `A small lighthouse for small budgets (under £30)`,
    category: 'new-sets',
    author: 'emre_d',
    daysAgo: 19,
    status: 'OPEN',
    votes: 23,
    heat: 'steady',
    body: `I love Wren’s big lighthouse but £150 is a school trip for us. How about a small red-and-white harbour beacon, 20 cm high, one room, hand-turned light on top, maybe 260 pieces for £29?

They don’t exclude each other: many harbours have one on the headland and one on the mole.`,
    comments: [
      { author: 'wren_builds', daysAgo: 19, body: `No hard feelings at all, I backed yours. A mole light should be green or red though, depending on the side you enter from!`, helpful: 9, replies: [
        { author: 'captain_bello', daysAgo: 18, body: `Red to port when entering, in European waters. In the Americas it’s the other way round, so put both colours of glass in the box.`, helpful: 13 },
      ] },
      { author: 'sunniva', daysAgo: 17, body: `A note on merging, since two people asked: these two overlap but they are different products at different prices, so I am leaving them apart. They show up as similar to each other.`, helpful: 5 },
    ],
  },
  {
    key: 'witch-bakery',
    title: `Moss & Mortar: the witch’s bakery`,
    category: 'new-sets',
    author: 'tilda_moss',
    daysAgo: 3,
    status: 'OPEN',
    votes: 41,
    heat: 'hot',
    body: `Every fantasy line has a witch with a cauldron. Ours bakes.

A crooked three-storey house on a 16 × 16 base, an oven with a face that opens its mouth when you turn the chimney, sourdough that has become sentient (printed dome, worried expression), a delivery broom with a bread basket, and a queue of one knight, one troll and one very small dragon who is *not allowed in because of the flour*.

Flour dust and fire. Think about it.`,
    comments: [
      { author: 'mei_lin', daysAgo: 3, body: `The sign should be a pretzel and it should creak.`, helpful: 6 },
      { author: 'emre_d', daysAgo: 2, body: `My daughter asks whether the sourdough has a name.`, replies: [
        { author: 'tilda_moss', daysAgo: 2, body: `Gerald. It has always been Gerald.`, helpful: 17 },
      ] },
      { author: 'lena_h', daysAgo: 1, body: `Chemist here: the dragon rule is sound safety practice.`, helpful: 10 },
    ],
  },
];
