import type { DemoIdea } from '../demo-content.types.js';

export const shopIdeas: DemoIdea[] = [
  {
    key: 'spare-postage',
    title: `£14 postage for three hinges weighing two grams`,
    category: 'shop',
    author: 'carla_spares',
    daysAgo: 51,
    status: 'OPEN',
    votes: 203,
    heat: 'hot',
    body: `Basket: three hinges, 27 pence. Postage: £13.95. Courier, tracked, signed for, in a carton the size of a toaster.

Put it in an envelope, with a stamp. £1.50. If one in fifty gets lost, send it again, you’ll still save a fortune.

Do you want people to repair things or do you want them to buy new sets? Because at the moment your postage is answering for you.`,
    comments: [
      { author: 'gus_farrow', daysAgo: 50, body: `I once drove sixty miles to a second-hand fair for one grey 1 × 6. It was cheaper. It was also a nice day out, but that’s beside the point.`, helpful: 24 },
      { author: 'attic_finds', daysAgo: 15, body: `Put eleven pieces in my basket to finish one set from 1991, saw the total, put them back.`, helpful: 18 },
      { author: 'theo_lindgren', daysAgo: 45, body: `The warehouse has only one process and it was built for big boxes. I am not defending it. We are looking at what a letter line costs, and this thread is printed out on the table there.`, helpful: 14, replies: [
        { author: 'carla_spares', daysAgo: 45, body: `A table, a person, a roll of stamps. I’ll come and be the person for a week.`, helpful: 33 },
        { author: 'magda_w', daysAgo: 44, body: `Letter formats allow 5 mm of thickness in most countries. Bricks are taller, so it will be a large letter: £1.55 to £2.10. Still a different universe.`, helpful: 16 },
      ] },
      { author: 'arlo_j', daysAgo: 38, body: `Students who build alternates buy ten pieces at a time. You’re losing all of us to second-hand sites.`, helpful: 15 },
      { author: 'kwame_a', daysAgo: 19, body: `To Ghana it’s £41. For hinges. I ask people who fly home to carry them.`, helpful: 28 },
    ],
  },
  {
    key: 'missing-piece',
    title: `Trust people who say a piece is missing`,
    category: 'shop',
    author: 'emre_d',
    daysAgo: 64,
    status: 'PLANNED',
    votes: 118,
    heat: 'steady',
    body: `One piece was missing from my daughter’s birthday set. To get it I had to fill in eleven fields, photograph the receipt, photograph the *place where the piece was not*, and wait for nine days.

How do you photograph something that isn’t there? I sent a picture of a table.

For anything under a pound: believe us and send it.`,
    response: { author: 'theo_lindgren', daysAgo: 23, body: `From January: three fields (set, piece, address), no photo, no receipt, posted within two working days, up to five pieces per set. We looked at two years of claims and found 0.4 % that seemed dishonest. The photo check cost eleven times more than that.

Your picture of the table hangs in the service room, captioned “the hinge, resting”.` },
    comments: [
      { author: 'vera_k', daysAgo: 50, body: `In nine years I had two customers who made it up, and both looked as if they needed it.`, helpful: 31 },
      { author: 'rahul_of_three', daysAgo: 49, body: `In fairness, 80 % of our missing pieces turn up in the hoover. But the other 20 %!`, helpful: 12 },
      { author: 'emre_d', daysAgo: 22, body: `I am a published photographer now. Thank you.`, helpful: 29 },
    ],
  },
  {
    key: 'sold-out',
    title: `Stop the “sold out in four minutes” exclusives`,
    category: 'shop',
    author: 'tilda_moss',
    daysAgo: 18,
    status: 'OPEN',
    votes: 172,
    heat: 'hot',
    body: `The Thornwood Gate: 3,000 copies, sold at 10:00 on a Tuesday, gone at 10:04. At 10:30 there were over two hundred on auction sites for three times the price. I’ve been running the lore wiki for nine years and I haven’t got one. Somebody called *brickflip77* has got forty.

I don’t need to be first. I need it to be possible. Either:

- **open the order book for a week** and make as many as were ordered, even if it takes six months; or
- a draw, one entry per household, members of two years or longer get two.

Scarcity is a trick. You’re better than that, the archive proves it.`,
    comments: [
      { author: 'zed_ninety', daysAgo: 18, body: `Unpopular view: limited runs are fun *because* they’re limited. If everyone has one it’s a Tuesday.`, helpful: 7, replies: [
        { author: 'tilda_moss', daysAgo: 17, body: `I want it because of the gate, with the little moss troll in the hinge niche. Not because you can’t have it.`, helpful: 35 },
        { author: 'zed_ninety', daysAgo: 17, body: `Hm. The troll is good.`, helpful: 19 },
      ] },
      { author: 'arlo_j', daysAgo: 17, body: `The site crashed for me at 10:01 and came back at 10:05. I was in a lecture, so I also got told off.`, helpful: 9 },
      { author: 'vera_k', daysAgo: 16, body: `Order-book week is how printers of good books do it. Money is in before a single brick is moulded, I never understood why toys don’t.`, helpful: 22 },
      { author: 'tomasz_g', daysAgo: 16, body: `Moulds are the same either way, a longer run is cheaper per piece. Only the storage plan changes.`, helpful: 11 },
      { author: 'priya_nair', daysAgo: 15, body: `“One per household” is hard to enforce without collecting lots of data about households. The order-book week needs no data at all. Go for the first option.`, helpful: 26 },
      { author: 'big_fergus', daysAgo: 12, body: `There’s a post van on Islay at 10:15. I’d never stand a chance, and it is not the first time.`, helpful: 10 },
      { author: 'marguerite', daysAgo: 8, body: `I have read all of this. I signed off those 3,000, thinking of it as a small treat and not as a lottery. An official answer comes when the team has costed the order-book week. Tilda: the troll was my favourite as well.`, helpful: 38, replies: [
        { author: 'tilda_moss', daysAgo: 8, body: `Thank you for saying it under your own name.`, helpful: 20 },
      ] },
    ],
  },
  {
    key: 'price-match',
    title: `Refund the difference if a set gets cheaper within a year`,
    category: 'shop',
    author: 'bo_and_bea',
    daysAgo: 90,
    status: 'DECLINED',
    votes: 84,
    heat: 'cold',
    body: `We paid £120 for the Grand Clockworks in March. In August it was £84 in your own shop. People who buy early carry the launch, they shouldn’t be the ones who pay most. Refund the difference as a voucher, within twelve months.`,
    response: { author: 'marguerite', daysAgo: 55, body: `We looked at it seriously, and the answer is no. Here is the arithmetic.

We reduce prices when a set leaves the range and takes up space that the next one needs. In 2025 that was about £2.1 million of reductions. Refunding early buyers would have cost a further £6.8 million, which is more than we earned that year. The only way to offer it would be never to reduce anything, and to destroy what is left, as some do. We will not do that.

What we can do instead, from now on: no reduction in our own shop within **ninety days** of a launch, and the month in which a set leaves is announced, so that patience is an informed choice.` },
    comments: [
      { author: 'gus_farrow', daysAgo: 54, body: `I don’t like the answer, but I’ve rarely been refused with so much bookkeeping.`, helpful: 27 },
      { author: 'bo_and_bea', daysAgo: 54, body: `Disappointed, but it’s a real answer. Ninety days would have been our March to June, so not us, but it will help others.`, helpful: 14, replies: [
        { author: 'vera_k', daysAgo: 50, body: `Ninety days is more than any shop I’ve worked in, for what it’s worth.`, helpful: 7 },
      ] },
      { author: 'arlo_j', daysAgo: 53, body: `Please never destroy bricks. Send them to Tamsin.`, helpful: 21 },
    ],
  },
  {
    key: 'retirement-date',
    title: `Say six months ahead which sets are leaving`,
    category: 'shop',
    author: 'plaidcat',
    daysAgo: 55,
    status: 'OPEN',
    votes: 62,
    heat: 'steady',
    body: `I saved up for the Mill Bridge for five months, and in the week I had the money it was gone. “Retired”, like a footballer.

A calendar page: which set, which month, at least six months in advance. Collectors know anyway, from leaks. Only normal people don’t.`,
    edited: {
      daysAgo: 49,
      previousBody: `I saved up for the Mill Bridge for five months, and in the week I had the money it was gone. “Retired”, like a footballer.

Tell us in advance which sets are leaving.`,
    },
    comments: [
      { author: 'arlo_j', daysAgo: 54, body: `Same story, different bridge.`, helpful: 8 },
      { author: 'carla_spares', daysAgo: 52, body: `Marguerite’s answer about price reductions promises the month now. Six months of notice would make that promise useful to people who save up.`, helpful: 13, replies: [
        { author: 'plaidcat', daysAgo: 49, body: `Good point, I’ve put a number into the text.`, helpful: 2 },
      ] },
      { author: 'zed_ninety', daysAgo: 28, body: `It would also make resellers buy earlier and more. Not saying no, only saying.`, helpful: 9 },
    ],
  },
];
