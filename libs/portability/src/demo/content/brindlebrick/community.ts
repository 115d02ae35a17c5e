import type { DemoCommunity } from '../demo-content.types.js';
import { brindlebrickMembers } from './members.js';
import { accessIdeas } from './ideas-everyone.js';
import { clubIdeas } from './ideas-clubs.js';
import { instructionIdeas } from './ideas-instructions.js';
import { pieceIdeas } from './ideas-pieces.js';
import { planetIdeas } from './ideas-planet.js';
import { setIdeas } from './ideas-sets.js';
import { smallSetIdeas } from './ideas-sets-small.js';
import { shopIdeas } from './ideas-shop.js';

const guidelines = `## How we talk here

- **Be specific.** “The door hinge on the Harbour Inn cracks after a month” helps a designer. “Quality is rubbish” does not.
- **Criticise us as hard as you like.** No comment is hidden for being negative about Brindlebrick. Comments are hidden for attacking people.
- **One idea per post.** If yours already exists, back it and add what is missing in the comments.
- **Say when you have a stake.** If you work for us, for a competitor or for a shop, declare it next to your text.
- **Children read this.** You must be 13 to post, but keep the language fit for the ten-year-old looking over your shoulder.

Moderators are not part of the brand team. If they hide something you wrote, you are told which rule, which passage, and how to appeal.`;

const rules = [
  { title: 'Talk about the bricks, not about each other', body: 'No insults, no threats, no following somebody from thread to thread. Say that a set is badly designed as plainly as you like; whoever likes it stays a fan among fans.' },
  { title: 'Nobody is left out of the box', body: 'No attacks on where people come from, what they believe, how they live, whom they love, or how they can or cannot build.' },
  { title: 'Keep home addresses at home', body: 'No addresses, telephone numbers, order numbers or private messages, and no pictures of children but your own, with their faces turned away.' },
  { title: 'No spam, no shop windows', body: 'One post about your shop, said as yours, is fine where somebody asks. The same text under ten ideas is not.' },
  { title: 'One idea in one place', body: 'Write under the idea you mean. Second copies of an idea are merged, and votes come along.' },
  { title: 'Say what ties you to it', body: 'Work for us, for another maker, or sell parts? Say so beside your text: it stays welcome.' },
  { title: 'One builder, one vote', body: 'No second accounts, no traded votes, no copied campaigns, no reports made to get at somebody.' },
  { title: 'Sign with your own name or your own nickname', body: 'Do not pass for the design team, for another builder or for us.' },
  { title: 'Show your own work', body: 'Show what you built or may show, and name whose design it builds on.' },
] as const;

const terms = `## Terms of the Brindlebrick community

1. **Your idea stays yours.** Posting it here gives Brindlebrick the right to show it on this site and to discuss it, nothing more.
2. **If we want to make it, we ask first.** We then offer a written agreement: your name on the box and in the instruction book, and either 1 % of net sales of the set or a one-off sum, as you prefer. You may say no.
3. **Similar ideas happen.** We may already be working on something alike. When that is so, our designers say it in public, with a dated note, before they go on.
4. **Only post what is yours.** Photos, drawings and characters of other people need their permission. We cannot build other companies’ worlds.
5. **You can leave.** Delete your account and your private data goes; ideas that others backed stay, signed “a former member”, unless you delete them first.

You must be at least 13 years old.`;

const ideaTemplate = `**What is it?** One or two sentences a stranger would understand.

**Who would build or use it?**

**Details that matter:** size in studs, rough piece count, a fair price.

**What would make you walk past it in the shop?**`;

export const brindlebrick: DemoCommunity = {
  slug: 'brindlebrick',
  name: 'Brindlebrick',
  locale: 'en',
  tagline: `You dream it up. We make it click.`,
  description: `The open workshop of Brindlebrick: post ideas for sets, pieces and instructions, back the ones you love, and see what the designers answer.`,
  guidelines,
  rules,
  terms,
  minAge: 13,
  theme: {
    accent: '#C2410C',
    headingFace: 'playful',
    corners: 'round',
    hero: '/demo/brindlebrick/hero.svg',
    logo: '/demo/brindlebrick/logo.svg',
    favicon: '/demo/brindlebrick/favicon.svg',
  },
  ideaTemplate,
  categories: [
    { slug: 'new-sets', name: 'New sets', description: `Whole sets you would clear a shelf for, from pocket money to monster.` },
    { slug: 'pieces', name: 'Pieces and colours', description: `Elements, moulds, colours, prints: the alphabet everything is written in.` },
    { slug: 'instructions', name: 'Instructions and app', description: `Books, the Brindle app, the archive, and everything between box and built.` },
    { slug: 'planet', name: 'Boxes and planet', description: `Packaging, materials, take-back, and honest numbers about them.` },
    { slug: 'everyone', name: 'Built for everyone', description: `Making bricks work for every hand, eye, ear and age.` },
    { slug: 'shop', name: 'Shop and service', description: `Prices, spare parts, stock, delivery, and being treated well.` },
    { slug: 'clubs', name: 'Clubs and events', description: `Building together: libraries, schools, film nights, meet-ups.` },
  ],
  members: brindlebrickMembers,
  ideas: [
    ...setIdeas,
    ...smallSetIdeas,
    ...pieceIdeas,
    ...instructionIdeas,
    ...planetIdeas,
    ...accessIdeas,
    ...shopIdeas,
    ...clubIdeas,
  ],
};
