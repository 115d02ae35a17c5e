import type { DemoIdea } from '../demo-content.types.js';

export const planetIdeas: DemoIdea[] = [
  {
    key: 'paper-bags',
    title: `Paper bags inside the box, and not only in the advert`,
    category: 'planet',
    author: 'magda_w',
    daysAgo: 97,
    status: 'IN_PROGRESS',
    votes: 334,
    heat: 'steady',
    body: `Your advert from last spring shows a child tearing open a paper bag. The Canal Lock set I bought in June had nineteen plastic ones. I laid them out on the floor: 0.7 m², 61 g.

Paper bags for small parts aren’t magic. They need a thin barrier against sharp corners, a window or a printed picture, and slower packing lines. I know, I build those lines for a living. But then don’t film the advert first.

**What I want:** a date by which each product line is plastic-free inside, and a table that shows where you are.`,
    interest: { kind: 'PROFESSIONAL', note: `I design packaging lines; my employer might sell one to Brindlebrick some day` },
    response: { author: 'theo_lindgren', daysAgo: 31, body: `The advert was ahead of the factory, and we have taken it down.

Where we are: *Little Brindle* 100 % paper, *Moss & Mortar* 60 %, *Harbour Town* 35 %, *Gearbox* 0 %, because axles poke through everything. The second packing line is being fitted this month. Target dates and the table are now on every product page, and the table is updated by the packing hall itself, not by marketing.` },
    comments: [
      { author: 'tomasz_g', daysAgo: 93, body: `Axles: pack them in a card sleeve first, like spaghetti.`, helpful: 19, replies: [
        { author: 'magda_w', daysAgo: 93, body: `The spaghetti sleeve is honestly the industry’s best answer. Cheap too.`, helpful: 10 },
        { author: 'theo_lindgren', daysAgo: 30, body: `It is called “the spaghetti sleeve” in our internal plan, so thank you for that.`, helpful: 17 },
      ] },
      { author: 'plaidcat', daysAgo: 70, body: `The cat prefers paper. The cat is a serious stakeholder.`, helpful: 12 },
      { author: 'lou_by_touch', daysAgo: 66, body: `Please emboss the bag number. Paper takes an emboss much better than film did, so this could be a gain for me.`, helpful: 28 },
      { author: 'magda_w', daysAgo: 29, body: `A table kept by the packing hall is better than what I asked for. I’ll be back to check Gearbox.`, helpful: 16 },
    ],
  },
  {
    key: 'right-size-box',
    title: `Half of the box is air. I weighed the air.`,
    category: 'planet',
    author: 'magda_w',
    daysAgo: 58,
    status: 'OPEN',
    votes: 88,
    heat: 'hot',
    body: `Seven boxes from this year’s range, filled with water-tight bags and measured by displacement:

- Fish Market: 44 % full
- Harbour Inn (new edition): 38 %
- Witch’s Tower: 51 %
- Canal Lock: 47 %
- Pocket Zoo: 63 %
- Gear Clock: 72 % (well done)
- Grand Terminus: 41 %

So on the way to me a lorry carries one lorry of bricks for every lorry of air. Two box heights less in the range would fix most of it.

I know that big boxes sell. Sell them with a bigger picture, then, not with a bigger void.`,
    comments: [
      { author: 'vera_k', daysAgo: 57, body: `From the counter: buyers compare box sizes across brands, not piece counts. If one brand shrinks alone it looks like worse value. It needs a big “same bricks, less air” on the front for the first year.`, helpful: 18 },
      { author: 'pieter_v', daysAgo: 51, body: `Stackability counts as well, a taller, narrower box crushes sooner. But 38 % is indefensible.`, helpful: 6 },
      { author: 'nanna_pem', daysAgo: 25, body: `My cupboard has voted. Smaller, please.`, helpful: 11 },
      { author: 'quiet_builder', daysAgo: 2, body: `Twelve more and two days to go. Shared it with my club.`, helpful: 4 },
    ],
  },
  {
    key: 'take-back',
    title: `Send bricks back, and a school gets them`,
    category: 'planet',
    author: 'teacher_tam',
    daysAgo: 66,
    status: 'OPEN',
    votes: 219,
    heat: 'hot',
    body: `My class’s 11,000 bricks came from attics. Eleven families, eleven bags, one of them with a tooth in it.

Make it official:

1. A free postage label, for 2 to 10 kg.
2. Bricks are washed, sorted roughly by machine and packed into **class boxes** of 4 kg.
3. Schools, hospitals and libraries ask for a box and pay only the postage.
4. Sender gets a note: “Your bricks are in Leeds now.”

No vouchers, no points. People will do it for the note.

Last year’s landfill figures say a household throws away 1.3 kg of plastic toys. These are toys that do not break. (Except hinges.)`,
    comments: [
      { author: 'carla_spares', daysAgo: 65, body: `Sorting is the cost. I can sort 1 kg an hour by hand, a decent optical sorter does 15. But for class boxes you need not sort by piece: take out the broken, the chewed and the other brands, and weigh.`, helpful: 22, replies: [
        { author: 'teacher_tam', daysAgo: 65, body: `Exactly. Children sort the rest. It’s called “maths”.`, helpful: 33 },
      ] },
      { author: 'aoife_ot', daysAgo: 52, body: `For hospitals they must survive 60 °C. Current bricks warp slightly at that, old ones don’t.`, helpful: 9, replies: [
        { author: 'lena_h', daysAgo: 51, body: `A cold disinfectant bath would do as well, and it is kinder to the colours.`, helpful: 7 },
      ] },
      { author: 'gus_farrow', daysAgo: 48, body: `They can have my grey ones when I’m dead. It’s in the will, I’m not joking.`, helpful: 26 },
      { author: 'thursday_club', daysAgo: 20, body: `Our library would be a drop-off point tomorrow. We have a trolley.`, helpful: 12 },
      { author: 'attic_finds', daysAgo: 9, body: `I have 22 kg. Where do I send it?`, helpful: 5, replies: [
        { author: 'teacher_tam', daysAgo: 9, body: `Don’t send it anywhere yet, vote! And keep the Ice Lorry.`, helpful: 15 },
      ] },
    ],
  },
  {
    key: 'no-box',
    title: `Let me buy the set without the box`,
    category: 'planet',
    author: 'plaidcat',
    daysAgo: 9,
    status: 'OPEN',
    votes: 33,
    heat: 'hot',
    body: `Orders from your own shop come in a carton that contains a box that contains bags. Offer a tick box, “bags only, £2 off”. The bags come in the shipping carton, and the cat gets that.`,
    comments: [
      { author: 'emre_d', daysAgo: 8, body: `For gifts I need the box, for myself never. A tick box is exactly right.`, helpful: 5 },
      { author: 'carla_spares', daysAgo: 7, body: `Careful with resale: a set without its box loses a third of its price. But people who care about that won’t tick it.`, helpful: 4 },
    ],
  },
  {
    key: 'plant-share',
    title: `Print the share of plant-based plastic for each set, not for “our range”`,
    category: 'planet',
    author: 'lena_h',
    daysAgo: 45,
    status: 'UNDER_REVIEW',
    votes: 97,
    heat: 'steady',
    body: `“Up to 80 % plant-based” stands on every box. *Up to* is doing a lot of work there. The leaves are 100 %, the bricks are about 12 %, and the tyres are rubber from wherever.

Print the real number per set, by mass, and how it was computed (mass balance or carbon-14, it makes a huge difference). I’d rather buy an honest 19 % than an elastic 80.`,
    response: { author: 'theo_lindgren', daysAgo: 12, body: `Taken into review together with legal, who had been asking us for the same thing in longer sentences. Figures per set exist in our material database, by mass balance. What does not exist is a second pair of eyes; we want an outside lab to check ten sets by carbon-14 before anything is printed. Quotes are being collected.` },
    comments: [
      { author: 'magda_w', daysAgo: 44, body: `From next year the rules on green claims will force the issue anyhow. Being early is free publicity, being late is a fine.`, helpful: 15 },
      { author: 'lena_h', daysAgo: 11, body: `Carbon-14 on ten sets is a proper answer. If the lab needs a sceptic in the room, I have a coat.`, helpful: 19 },
    ],
  },
  {
    key: 'box-backdrop',
    title: `Print a backdrop on the inside of the box`,
    category: 'planet',
    author: 'stopmotion_sid',
    daysAgo: 68,
    status: 'EXPIRED',
    votes: 47,
    heat: 'cold',
    body: `Cut the box along the dotted line, stand it up: a harbour sky, a forest, a starry night. Free scenery for films and for play, and the box gets a second life instead of the bin.`,
    comments: [
      { author: 'magda_w', daysAgo: 66, body: `Printing on the inside means a second pass and a white coating, about 6p a box. Recyclable all the same.`, helpful: 5 },
      { author: 'wren_builds', daysAgo: 61, body: `I liked this one and forgot to vote until it was too late. Sid, post it again with a picture? A picture would do it.`, helpful: 12, replies: [
        { author: 'stopmotion_sid', daysAgo: 7, body: `I’m filming a thirty-second one with a real box as a backdrop. Coming next month.`, helpful: 8 },
      ] },
    ],
  },
];
