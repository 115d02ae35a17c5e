import type { DemoIdea } from '../demo-content.types.js';

export const pieceIdeas: DemoIdea[] = [
  {
    key: 'sand-green',
    title: `Bring back sand green in the basic bricks`,
    category: 'pieces',
    author: 'ines_moc',
    daysAgo: 240,
    status: 'DELIVERED',
    votes: 389,
    heat: 'cold',
    body: `Sand green was dropped in 2017, except for three slopes and a door. On the second-hand market a single 2 × 4 now costs €2.10. A whole façade in my street is waiting for 340 of them.

I’m not asking for every element. Give us five: 1 × 2, 1 × 4, 2 × 4, the 1 × 2 masonry brick and the 1 × 4 tile. Everything else can be built around.`,
    response: { author: 'theo_lindgren', daysAgo: 74, body: `Sand green is back, in **nine** elements rather than five, because the machine that makes the masonry brick can make four siblings in the same shift. It is in the spare-parts shop now, from €0.09, and in three sets from autumn on.

We matched it to a 2014 brick that Inês posted to us in an envelope. Old and new sit side by side without a seam; we checked in daylight and under shop lights.` },
    comments: [
      { author: 'carla_spares', daysAgo: 236, body: `€2.10 is what I paid as well. Twice. I could have tiled a real bathroom.`, helpful: 20 },
      { author: 'gus_farrow', daysAgo: 229, body: `As a grey man I support my green friends.`, helpful: 25 },
      { author: 'ines_moc', daysAgo: 73, body: `I’m holding one next to my 2014 brick and I can’t tell which is which. I might frame this page. Thank you, truly, all 389 of you.`, helpful: 44 },
      { author: 'attic_finds', daysAgo: 11, body: `So the box of dusty green ones in my attic just lost its value?`, replies: [
        { author: 'carla_spares', daysAgo: 11, body: `It lost its price. Its value went up: now you can afford to build with it.`, helpful: 29 },
      ] },
    ],
  },
  {
    key: 'hex-plate',
    title: `A true hexagon plate, four studs a side`,
    category: 'pieces',
    author: 'hexagon_hal',
    daysAgo: 71,
    status: 'OPEN',
    votes: 164,
    heat: 'steady',
    body: `Squares are fine. Bees, basalt, board games and bathroom floors disagree.

I’d like one new plate: a regular hexagon with an anti-stud in each corner, sized so that **two of them across their flats equal 13 studs to within 0.1 %**. That coincidence (7.5 × √3 ≈ 12.99) means it lines up with the ordinary grid again after two tiles, so hexagons and squares can live in one model without gaps.

What it opens: Giant’s Causeway, honeycombs, space stations, any strategy board, floors in Moorish patterns.`,
    edited: {
      daysAgo: 60,
      previousBody: `Squares are fine. Bees, basalt, board games and bathroom floors disagree.

I’d like one new plate: a regular hexagon with an anti-stud in each corner.

What it opens: Giant’s Causeway, honeycombs, space stations, any strategy board.`,
    },
    comments: [
      { author: 'pieter_v', daysAgo: 70, body: `Does it line up with the normal grid anywhere? If not it is a lovely island.`, helpful: 9, replies: [
        { author: 'hexagon_hal', daysAgo: 60, body: `I went away and did the sums, see the edit. Every second tile, within a tenth of a per cent. I nearly fell off my chair.`, helpful: 15 },
      ] },
      { author: 'tomasz_g', daysAgo: 58, body: `Mouldable, and cheap: no side action, it ejects like any plate. The corners should be rounded 0.4 mm or they will chip.`, helpful: 11 },
      { author: 'zed_ninety', daysAgo: 36, body: `1994 moon base had hex panels. We had it all and we lost it.` },
    ],
  },
  {
    key: 'yellowing',
    title: `Your whites go yellow. Please fix it, and please admit it.`,
    category: 'pieces',
    author: 'lena_h',
    daysAgo: 150,
    status: 'IN_PROGRESS',
    votes: 402,
    heat: 'steady',
    body: `I bought two copies of the Harbour Inn in 2020. One stood on a shelf facing north, one on a windowsill facing south. After four years the second has walls the colour of weak tea. So has a third one, *sealed in its box*, which rules out the excuse that “sunlight does that to everything”.

I measured: a change of ΔE 11.4 on the windowsill, 6.8 in the box. Above 3 anyone can see it. A competitor’s brick from the same year, same windowsill: 2.1.

### What I ask for

1. Say in public which batches are affected.
2. Replace the resin or the stabiliser.
3. Until then, don’t sell a £120 set whose whole point is white walls.

I’m a polymer chemist. I like your bricks. That is why I’m annoyed. Data, photographs and method: [example.org/lena/yellowing](https://example.org/lena/yellowing).`,
    interest: { kind: 'PROFESSIONAL', note: `Polymer chemist; my employer makes no toys and no resins for them` },
    response: { author: 'marguerite', daysAgo: 33, body: `Lena is right, and we were slow.

**What happened.** In spring 2019 we changed the stabiliser in white, light grey and light blue. Our ageing test ran for 500 hours under a lamp. It did not test for ageing in the dark, inside a box with printed card. That was our mistake.

**Which sets.** Batches W19 to W22, stamped under the 2 × 4 bricks. The list is at the end of this answer’s linked note: [example.org/brindlebrick/whites](https://example.org/brindlebrick/whites).

**What we do.** The new resin is in production since last month and has passed 3,000 hours, light and dark, with ΔE under 2. From January, anybody with an affected set can order replacement walls free of charge, no receipt, one photo.

The status moves to delivered when the last replacement has been sent, not when the first one is.` },
    comments: [
      { author: 'gus_farrow', daysAgo: 149, body: `I have said this since 2021 and was told to keep my curtains closed. By *customer service*. About a toy.`, helpful: 38 },
      { author: 'tomasz_g', daysAgo: 147, body: `Darkening in the box is usually phenolic yellowing: the antioxidant reacts with nitrogen oxides from the card. Change the antioxidant or the card.`, helpful: 27, replies: [
        { author: 'lena_h', daysAgo: 147, body: `My bet as well. It even fades back a little in sunlight, which is the signature.`, helpful: 12 },
      ] },
      { author: 'carla_spares', daysAgo: 140, body: `A long soak in hydrogen peroxide under a lamp brings them back for about a year. I’ll say it before someone asks: gloves, window open, no children.`, helpful: 16, replies: [
        { author: 'aoife_ot', daysAgo: 139, body: `And no grandchildren, whatever they say they’re allowed at home.`, helpful: 6 },
      ] },
      { author: 'vera_k', daysAgo: 50, body: `We had parents bring back “used” sets that were brand new. I did not know what to tell them. A public list would have saved me some very red faces.`, helpful: 13 },
      { author: 'lena_h', daysAgo: 32, body: `That is a better answer than I have had from any company in my working life. I’ll test the new bricks and publish that as well, whichever way it goes.`, helpful: 52, replies: [
        { author: 'marguerite', daysAgo: 32, body: `Please do. Two kilos are on their way to you, picked at random from the line by the night shift.`, helpful: 21 },
      ] },
      { author: 'gus_farrow', daysAgo: 31, body: `Free walls and no receipt. I may have to open the curtains.`, helpful: 34 },
      { author: 'priya_nair', daysAgo: 24, body: `Could the app read the batch stamp from a photo? Most people will not turn over 400 bricks to find out.`, helpful: 8, replies: [
        { author: 'theo_lindgren', daysAgo: 23, body: `One brick per box is enough, batches are never mixed. But yes, the form will show where to look.`, helpful: 5 },
      ] },
    ],
  },
  {
    key: 'hinge',
    title: `The door hinge cracks. Make the clip thicker, or make it of something else.`,
    category: 'pieces',
    author: 'carla_spares',
    daysAgo: 52,
    status: 'UNDER_REVIEW',
    votes: 141,
    heat: 'steady',
    body: `I restore second-hand sets, so I see how things die. Of the last 200 hinges (element 4417) that went through my hands, **63 had a cracked clip**. Nearly all in dark brown and dark red, nearly all in the same place: inside the C, opposite the opening.

Either add 0.2 mm there, or mould that one element in the softer plastic you use for tyres’ hubs. I don’t mind if the door moves a bit more stiffly. I mind when it falls on a Brindling’s head.`,
    response: { author: 'theo_lindgren', daysAgo: 26, body: `Carla sent us all sixty-three, sorted by colour, in an egg box. We can reproduce the crack after about 900 openings in dark brown and 2,500 in white: the darker pigments make the plastic more brittle, and nobody had tested them apart.

Two trials are running, a thicker clip and a tougher resin. The thicker one may not fit old doors, which would be worse than the illness. We will know in December and tell you here.` },
    comments: [
      { author: 'gus_farrow', daysAgo: 51, body: `Mine lasted longer than my last car, shorter than my marriage. So, eight years. But I am gentle.`, helpful: 11 },
      { author: 'tomasz_g', daysAgo: 50, body: `Check the gate position too. If the weld line sits opposite the opening you can thicken all you want.`, helpful: 17, interest: { kind: 'PROFESSIONAL', note: `Toolmaker, retired` } },
      { author: 'plaidcat', daysAgo: 44, body: `900 openings. My cat does that in a weekend.`, helpful: 20 },
    ],
  },
  {
    key: 'gentle-slope',
    title: `A 1 × 4 slope at 18°, for roofs that aren’t Alpine`,
    category: 'pieces',
    author: 'kwame_a',
    daysAgo: 15,
    status: 'OPEN',
    votes: 29,
    heat: 'steady',
    body: `Your slopes are 33°, 45° and 75°: snow roofs. Most of the world lives under flatter ones. West African sheet-metal roofs sit between 10° and 20°, Mediterranean tiles at about 17°.

One new mould at 18° (rise of one plate over one and a bit studs), in dark red, light grey and rust.`,
    comments: [
      { author: 'ines_moc', daysAgo: 15, body: `Lisbon says thank you. I have been faking it with hinges, see above on how long hinges last.`, helpful: 10 },
      { author: 'hexagon_hal', daysAgo: 13, body: `18.43° is atan(1/3), which would land exactly on the grid: one plate up for three plates along. Ask for that.`, helpful: 8, replies: [
        { author: 'kwame_a', daysAgo: 13, body: `I’ve been outnerded and I’m grateful.`, helpful: 6 },
      ] },
    ],
  },
  {
    key: 'colour-on-bag',
    title: `Print the official colour names on the bags`,
    category: 'pieces',
    author: 'samira_k',
    daysAgo: 6,
    status: 'OPEN',
    votes: 11,
    heat: 'steady',
    body: `Is it “dark tan”, “olive khaki” or “the mud one”? I can’t tell by looking (deuteranopia), and my wife and I lose half an hour to it per set.

Print a small table on each bag: colour name, number, how many pieces. That’s it.`,
    comments: [
      { author: 'lou_by_touch', daysAgo: 5, body: `And in the text instructions the names already exist, so it is only ink.`, helpful: 4 },
    ],
  },
  {
    key: 'no-stickers',
    title: `No more stickers in sets over £60`,
    category: 'pieces',
    author: 'gus_farrow',
    daysAgo: 48,
    status: 'OPEN',
    votes: 233,
    heat: 'hot',
    body: `The Grand Terminus costs £179.99 and contains **forty-one stickers**. Forty-one. I am sixty-three years old, I have the hands of a man who fixed boilers, and I was asked to place a 4 mm clock face on a curved tile, straight, once, with no second try.

They peel after three years. They can’t be washed. You can’t rebuild the parts into anything else. A sticker tells the buyer: we have finished spending money now.

I’ll make it easy: over £60, print. Under £60, I’ll grumble and stick.`,
    comments: [
      { author: 'theo_lindgren', daysAgo: 46, helpful: 19, body: `Some numbers while this climbs, not as an excuse. A printed element costs us 4 to 11 pence more than a sticker does. For the Terminus that would be about £2.90 a box, which becomes £7 to £8 on the shelf by the time shops have taken their share. Would you have paid £188?`, replies: [
        { author: 'gus_farrow', daysAgo: 46, helpful: 57, body: `Yes. Ask me again, I’ll say yes again.` },
        { author: 'nanna_pem', daysAgo: 45, body: `I would not, dear. But I also wouldn’t buy the Terminus. For the big ones Gus is right.`, helpful: 12 },
        { author: 'arlo_j', daysAgo: 45, body: `No. £8 is two days of lunch. Sell the printed tiles as an extra pack, people who care can buy it.`, helpful: 18 },
      ] },
      { author: 'mei_lin', daysAgo: 40, body: `Please don’t hate stickers as such: a *sheet of spare signs* is wonderful for people who build their own shops. What I hate is needing them to finish the model.`, helpful: 16 },
      { author: 'stopmotion_sid', daysAgo: 33, body: `Under hot lamps they curl within an evening. I’ve lost a whole shot to a curling clock.`, helpful: 7 },
      { author: 'vera_k', daysAgo: 27, body: `Returns because of a crooked sticker: about one in forty for large sets in my shop. That costs somebody money too.`, helpful: 21 },
      { author: 'aoife_ot', daysAgo: 19, body: `Hands with tremor can’t place a 4 mm sticker. So a sticker isn’t only cheap, it locks people out. Worth a thought in “Built for everyone”.`, helpful: 30 },
      { author: 'zed_ninety', daysAgo: 4, body: `Old man yells at clock face. (Backed.)`, helpful: 14, replies: [
        { author: 'gus_farrow', daysAgo: 4, body: `The clock face started it.`, helpful: 40 },
      ] },
    ],
  },
  {
    key: 'phosphor',
    title: `Glow-in-the-dark bricks for ghosts, stars and stair edges`,
    category: 'pieces',
    author: 'rahul_of_three',
    daysAgo: 85,
    status: 'DECLINED',
    votes: 76,
    heat: 'cold',
    body: `One translucent-green phosphorescent 1 × 2, sold in bags of fifty. Ghost trains, lighthouses, star ceilings, and so that I can see the floor at night before my foot finds it.`,
    response: { author: 'theo_lindgren', daysAgo: 47, body: `We tried in earnest: six compounds, four months. No, for three reasons.

1. The pigment is a ceramic powder. It wears a mould out about **thirty times faster** than normal plastic; a tool meant to last ten years would last four months.
2. At the load needed for a glow you would like, the brick loses 40 % of its clutch. Walls came apart when we picked them up.
3. One supplier could not tell us what was in the coating of the grains. For something that ends up in mouths that is the end of the talk.

If a pigment appears that passes all three, we take this up again and move it back to review ourselves. The stair problem, sadly, is only solved by tidying up. I have two children and no answer.` },
    comments: [
      { author: 'tomasz_g', daysAgo: 46, body: `Strontium aluminate is like sandpaper in a tool. I can confirm number one from bitter experience.`, helpful: 12 },
      { author: 'rahul_of_three', daysAgo: 46, body: `An honest no. My feet thank you for trying.`, helpful: 15 },
      { author: 'arlo_j', daysAgo: 42, body: `Could it be a printed dot instead of a whole brick? Ink on a tile has no mould to wear out.`, helpful: 9, replies: [
        { author: 'theo_lindgren', daysAgo: 41, body: `Interesting. The ink has the same question about the grains, but a far smaller dose. Post it as an idea of its own, so that it can be voted on?`, helpful: 6 },
      ] },
    ],
  },
  {
    key: 'printed-signs',
    title: `Printed shop-sign tiles instead of sticker sheets`,
    category: 'pieces',
    author: 'mei_lin',
    daysAgo: 22,
    status: 'OPEN',
    votes: 31,
    heat: 'steady',
    body: `A bag of twelve printed 2 × 4 tiles with shop signs, in ten scripts: bakery, 面包店, pharmacie, مكتبة, кафе, farmácia and so on. €8. Useful for every street anyone has ever built, and nobody needs tweezers.

This is the small sister of Gus’s sticker idea: even if the big sets keep theirs, let people who build their own towns have real prints.`,
    comments: [
      { author: 'noor_e', daysAgo: 21, body: `For theatre models I would use these every week. Please leave four blank ones that take a marker pen.`, helpful: 8 },
      { author: 'gus_farrow', daysAgo: 20, body: `I accept this sister.`, helpful: 10 },
    ],
  },
];
