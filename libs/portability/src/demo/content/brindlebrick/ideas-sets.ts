import type { DemoIdea } from '../demo-content.types.js';

export const setIdeas: DemoIdea[] = [
  {
    key: 'turning-lighthouse',
    title: `A working lighthouse with a lens that really turns`,
    category: 'new-sets',
    author: 'wren_builds',
    daysAgo: 95,
    status: 'OPEN',
    votes: 312,
    heat: 'hot',
    body: `Harbour Town has had a pier, an inn, a fish market and two tugs. It has never had a light.

I’d like a proper rock-tower lighthouse, about **58 cm tall** on a 32 × 32 base, with the thing every picture-book lighthouse leaves out: a lens that turns.

## How it could work

- A hand crank at the base drives a vertical axle through all five floors (I’ve tested 62 cm with three bushings, it doesn’t whip).
- At the top, a four-sided cage of clear prisms around a warm LED. The LED stays still, the *prisms* turn. That is how the real ones did it, and it needs no wires through a rotating joint.
- Geared 1:9, one slow crank gives a flash every five seconds or so.

## Inside

Five round rooms that lift off one by one: oil store, workshop, kitchen, bunk room with curved beds (the funniest furniture problem in engineering), lamp room.

I’d guess 1,900 pieces and I would pay £150 without blinking. My prototype is at [example.org/wren/lighthouse](https://example.org/wren/lighthouse), please ignore the purple floor, I ran out.`,
    edited: {
      daysAgo: 71,
      title: `A working lighthouse`,
      previousBody: `Harbour Town has had a pier, an inn, a fish market and two tugs. It has never had a light.

I’d like a proper rock-tower lighthouse, about 50 cm tall on a 32 × 32 base, with a light that turns. A motor in the base could drive an axle through all five floors, with the LED on top.

Five round rooms that lift off one by one: oil store, workshop, kitchen, bunk room, lamp room.

I’d guess 1,900 pieces and I would pay £150 without blinking.`,
    },
    comments: [
      { author: 'big_fergus', daysAgo: 94, helpful: 31, body: `My father kept Rhinns for eleven years. The curved bunks are real, and so was the back pain. One correction: the kitchen goes *below* the workshop, because nobody carries coal further than they must. Backed.`, replies: [
        { author: 'wren_builds', daysAgo: 94, helpful: 9, body: `This is exactly why I post things here. Kitchen moves down tonight.` },
        { author: 'captain_bello', daysAgo: 93, helpful: 6, body: `I navigated by Rhinns for a decade, so thank your father for me. Flashing white every five seconds, if memory serves.` },
      ] },
      { author: 'joaquin_r', daysAgo: 90, helpful: 14, body: `Turning prisms around a fixed light is lovely. But please not a motor: crank plus a small flywheel, so it keeps turning for ten seconds after you let go. I built one from two wheel hubs and it is mesmerising.`, replies: [
        { author: 'wren_builds', daysAgo: 72, body: `You convinced me, I’ve rewritten the idea around the crank. It’s better for the price too.` },
      ] },
      { author: 'nanna_pem', daysAgo: 63, body: `£150 is a great deal for a family. Could the tower come first and the rooms as small extra boxes? I could give one room to each grandchild.`, helpful: 11, replies: [
        { author: 'wren_builds', daysAgo: 62, body: `A room per grandchild might be the best idea in this thread. I’d miss the surprise of one huge box, though.` },
        { author: 'gus_farrow', daysAgo: 60, body: `Splitting it means paying for six boxes instead of one. I’d rather they split the price.`, helpful: 4 },
      ] },
      { author: 'theo_lindgren', daysAgo: 40, helpful: 22, body: `Not an official answer yet, this one is still climbing. But I can tell you that two people in the design room have built Wren’s prototype, and one of them cried a little at the lens.` },
      { author: 'zed_ninety', daysAgo: 12, body: `Finally something in Harbour Town that is taller than a herring.` },
    ],
  },
  {
    key: 'night-market',
    title: `Night market street: seven stalls that click together in any order`,
    category: 'new-sets',
    author: 'mei_lin',
    daysAgo: 34,
    status: 'OPEN',
    votes: 187,
    heat: 'hot',
    body: `One street, seven stalls, each on an 8 × 8 base with the same connector on both sides, so that the street can be rearranged every evening like a real night market.

The stalls: dumplings, grilled corn, phone repairs, goldfish scooping, a fortune teller, fruit on ice, and a man who only sells umbrellas and only appears when it rains.

- Overhead strings of 1 × 1 round tiles in clear orange and red, hung from a flexible cable piece.
- Every sign **printed**, in Mandarin, with a note in the book on what it says.
- £12 per stall or £69 for the street.

Most “Asian” sets are a temple and a dragon. This is where we actually eat.`,
    comments: [
      { author: 'kwame_a', daysAgo: 33, helpful: 17, body: `The last line. Yes. I would love the same for Makola market one day. The modular base could become a series: same connector, another city each year.`, replies: [
        { author: 'mei_lin', daysAgo: 33, body: `Deal. You do Accra, I do Taichung, we meet in the middle at the umbrella man.`, helpful: 8 },
      ] },
      { author: 'vera_k', daysAgo: 28, helpful: 6, body: `From nine Christmases at the counter: twelve-pound boxes that add up to something bigger are what grandparents buy. This would fly.` },
      { author: 'arlo_j', daysAgo: 20, body: `Backing this purely for the umbrella man.` },
      { author: 'gus_farrow', daysAgo: 9, body: `Seven stalls at £12 is £84, seven in the box is £69. Fine. Just don’t make the umbrella man exclusive to the big one.`, replies: [
        { author: 'mei_lin', daysAgo: 8, body: `He is available separately, but only when it rains.`, helpful: 12 },
      ] },
    ],
  },
  {
    key: 'allotment',
    title: `An allotment garden with four seasons you can swap`,
    category: 'new-sets',
    author: 'ottilie',
    daysAgo: 310,
    status: 'DELIVERED',
    votes: 262,
    heat: 'cold',
    body: `A scruffy English allotment: shed made of doors, water butt, compost heap, one scarecrow wearing somebody’s good hat.

The beds are 6 × 6 trays that lift out. Four trays per season: broad beans and mud in spring, sunflowers and courgettes the size of canoes in summer, pumpkins in autumn, frost and one heroic leek in winter.

About 640 pieces. Please use new leaf elements and not the same palm frond in five greens.`,
    response: { author: 'theo_lindgren', daysAgo: 58, body: `You asked, we did. **Plot 41** is in the shops since this week: 662 pieces, £54.99, sixteen seasonal trays, two new leaf moulds (bean and courgette) designed with Ottilie, who also wrote the gardening notes in the book. Her name is on the box.

Thank you to the 262 people who backed this, and to Freya, whose comment is the reason the shed roof now survives a cat.` },
    comments: [
      { author: 'plaidcat', daysAgo: 301, helpful: 15, body: `Shed roof must be attached with at least four studs. My cat has views on roofs.` },
      { author: 'nanna_pem', daysAgo: 280, body: `I had plot 41 for thirty years! Please call it that.`, helpful: 28, replies: [
        { author: 'theo_lindgren', daysAgo: 120, body: `Done. The number plate is printed.`, helpful: 33 },
      ] },
      { author: 'teacher_tam', daysAgo: 52, helpful: 9, body: `Bought it for class. We change the trays on the solstices and the equinoxes. Twenty-eight children now know what an equinox is.` },
      { author: 'tomasz_g', daysAgo: 49, body: `The bean leaf has a beautiful parting line: you cannot find it. Whoever made that mould, well done.`, helpful: 7 },
      { author: 'gus_farrow', daysAgo: 47, body: `I have nothing to complain about, which I find unsettling.`, helpful: 19 },
    ],
  },
  {
    key: 'canal-boat',
    title: `A canal boat you could actually live in`,
    category: 'new-sets',
    author: 'captain_bello',
    daysAgo: 160,
    status: 'PLANNED',
    votes: 298,
    heat: 'steady',
    body: `Narrowboats are six feet ten wide and up to seventy feet long. At Brindling scale that is 6 studs by 62, which is a wonderful shape for a shelf and an impossible shape for a box. So split the hull in three, with the joints under the bulkheads where nobody sees them.

The whole side should fold down: bunk, galley, coal stove, a bath that is also the dog’s bed. Roof with a bicycle, a wheelbarrow, six flower pots and a sleeping cat.

**It must float.** Not as a toy submarine: five minutes in a bath without shipping water. Sealed hull sections, ballast in the keel. If it cannot float, do not call it a boat.`,
    response: { author: 'marguerite', daysAgo: 21, body: `We are going to make this, for spring after next. Three things we can already say:

1. It will be 56 studs, not 62. The longer hull did not survive being picked up in the middle by a six-year-old, and we tried eleven of them (hulls, not six-year-olds).
2. It floats. Forty minutes so far, in a canteen sink.
3. Captain Bello has signed the agreement and joins two design reviews.

The price is not settled; we aim to stay under £90.` },
    comments: [
      { author: 'pieter_v', daysAgo: 158, helpful: 12, body: `Put the joints a third and two thirds along and the bending moment at each is about 89 % of the maximum at midship. Put them under the cabin ends and you are at half. Bulkheads at both ends of the cabin, please.`, replies: [
        { author: 'captain_bello', daysAgo: 157, body: `I’d have said “not in the middle, you fool”, but yes.`, helpful: 26 },
      ] },
      { author: 'rahul_of_three', daysAgo: 133, body: `A bath toy that takes six hours to build and thirty seconds to lose in the bath. My children are ready.`, helpful: 8 },
      { author: 'lou_by_touch', daysAgo: 110, body: `Rope-work texture on the tiller handle would be lovely: a boat is a very tactile thing.`, helpful: 10 },
      { author: 'captain_bello', daysAgo: 20, body: `Fifty-six studs. I can live with fifty-six. The cat stays on the roof, that is in writing.`, helpful: 21, replies: [
        { author: 'marguerite', daysAgo: 20, body: `Clause 4, paragraph 2.`, helpful: 24 },
      ] },
    ],
  },
  {
    key: 'orrery',
    title: `Brass-look orrery: the planets on a crank`,
    category: 'new-sets',
    author: 'joaquin_r',
    daysAgo: 57,
    status: 'OPEN',
    votes: 83,
    heat: 'steady',
    body: `A Gearbox set for grown-ups and patient children: Sun, Mercury to Saturn, our Moon, all on concentric arms driven by one crank.

With the gears you already make (8, 16, 24, 40 teeth) I get Earth to within 0.4 % and Mars to within 1.1 % of their true periods. Jupiter needs a 36-tooth gear that doesn’t exist, hence this post.

- 45 cm across with Saturn out
- ~1,150 pieces, warm gold and dark brown, no chrome
- a printed dial with the months

It misses the first rung by a whisker and there are three days left. If you have ever turned a crank and grinned, now is the time.`,
    edited: {
      daysAgo: 0.8,
      previousBody: `A Gearbox set for grown-ups and patient children: Sun, Mercury to Saturn, our Moon, all on concentric arms driven by one crank.

With the gears you already make (8, 16, 24, 40 teeth) I get Earth to within 0.4 % and Mars to within 1.1 % of their true periods.

- 45 cm across with Saturn out
- ~1,150 pieces, gold and dark brown
- a printed dial with the months`,
    },
    comments: [
      { author: 'lena_h', daysAgo: 56, body: `If the Moon is included, tilt its arm by five degrees and you can show why there isn’t an eclipse every month.`, helpful: 13, replies: [
        { author: 'joaquin_r', daysAgo: 55, body: `Lena! The tilted arm works with a slip ring of 2 × 2 turntables. Picture tomorrow.`, helpful: 3 },
      ] },
      { author: 'zed_ninety', daysAgo: 41, body: `No Uranus, no Neptune, no Pluto. Where is the romance.`, replies: [
        { author: 'joaquin_r', daysAgo: 41, body: `At this scale Neptune would be in the next room. You can buy a long axle.`, helpful: 9 },
      ] },
      { author: 'teacher_tam', daysAgo: 0.4, body: `Told every parent at the school gate this morning. Come on, seventeen more.`, helpful: 5 },
    ],
  },
  {
    key: 'bird-hide',
    title: `A bird hide with twelve properly printed birds`,
    category: 'new-sets',
    author: 'rosalind_p',
    daysAgo: 88,
    status: 'UNDER_REVIEW',
    votes: 205,
    heat: 'steady',
    body: `The gull that came with the Fish Market has eleven primaries on one wing and nine on the other. I love it anyway, but we can do better.

> “The first rule of drawing a bird is to look at the bird.” (my old warden at Minsmere)

A small wooden hide on stilts over a reed bed, 16 × 24 studs, two Brindlings with binoculars and a flask, and **twelve birds**, each one mould (there are really only four body shapes: duck, wader, songbird, raptor) with four prints.

Kingfisher, bittern, avocet, marsh harrier, reed warbler, lapwing, shoveler, grey heron, bearded tit, swallow, coot, robin. A spotting card in the box to tick them off.

I would give a third of my fee to a bird charity.`,
    response: { author: 'theo_lindgren', daysAgo: 15, body: `This passed the first rung with weeks to spare, so we have taken it into review. What we have to find out: four new body moulds cost roughly £190,000 before the first bird is made. We are checking whether the same shapes can serve Moss & Mortar (ravens, owls) and Harbour Town (better gulls, Rosalind, we counted as well, and we are sorry). You will have an answer within eight weeks, with numbers.` },
    comments: [
      { author: 'ottilie', daysAgo: 87, body: `Reeds: the 3 mm bar in olive with the new bean tendril on top. Costs nothing and looks right.`, helpful: 6 },
      { author: 'big_fergus', daysAgo: 80, body: `A corncrake that you can never find in the box. For realism.`, helpful: 23 },
      { author: 'plaidcat', daysAgo: 77, body: `The cat asked me to back this.`, helpful: 14 },
      { author: 'tomasz_g', daysAgo: 14, helpful: 18, interest: { kind: 'PROFESSIONAL', note: `Toolmaker, retired from another toy company` }, body: `£190k for four is about right for hardened steel with side actions. You can halve it with a family mould: all four bodies in one tool, if the wall thickness is kept similar. Slower cycle, but birds are small.`, replies: [
        { author: 'theo_lindgren', daysAgo: 13, body: `I have forwarded this word for word to tooling. Thank you, Tomasz.`, helpful: 8 },
      ] },
    ],
  },
  {
    key: 'film-castle',
    title: `Make the castle from that film everybody knows`,
    category: 'new-sets',
    author: 'emre_d',
    daysAgo: 70,
    status: 'DECLINED',
    votes: 88,
    heat: 'cold',
    body: `You know the one: seven towers, moving staircases, a lake and a train. My daughter wants nothing else and the other brand’s version costs as much as our sofa. With your Moss & Mortar arches it would look better and cost half.`,
    response: { author: 'theo_lindgren', daysAgo: 61, body: `We are saying no, and you deserve the whole reason, not just “licensing”.

- The rights to that world are held exclusively by another toy maker until at least 2031. We asked once, in 2019, and were told so politely.
- A look-alike without the name would still borrow somebody else’s work. Our terms forbid it to you, so they had better forbid it to us.
- Even with a licence, 12 to 15 % of every box would go to a studio. We would rather spend that on more bricks.

What we *can* do is a school of our own: if somebody posts an original one with moving stairs, it starts with a friendly reader. Emre, perhaps your daughter has an architect in her?` },
    comments: [
      { author: 'tilda_moss', daysAgo: 69, body: `Moss & Mortar has an unbuilt academy in the lore: Thistlewick, page 3 of the map. It has *eight* towers.`, helpful: 16 },
      { author: 'emre_d', daysAgo: 60, body: `Fair answer. She read it herself, was cross for an hour, and is now drawing a school where the stairs refuse to move unless you say please.`, helpful: 37, replies: [
        { author: 'tilda_moss', daysAgo: 60, body: `Tell her that I would enrol.`, helpful: 9 },
      ] },
      { author: 'zed_ninety', daysAgo: 59, body: `Respect for giving the percentage. Most companies would have said “we value your feedback”.`, helpful: 11 },
    ],
  },
];
