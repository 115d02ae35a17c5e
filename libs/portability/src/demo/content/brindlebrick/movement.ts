import type { DemoMovement } from '../demo-movement.types.js';
import { calls } from './movement-calls.js';
import { entries } from './movement-entries.js';
import { missions, periods } from './movement-missions.js';

const first = `# What we agree on

**What you get.** A box each month, for six months.

**What you say.** Whatever you find. Say each time that we gave it to you.

**How it ends.** After six months, or whenever you like.`;

const second = `# What we agree on

**What you get.** What your profile says you receive, while your term lasts. Honest work earns its reward whether it praises us or not.

**What you decide.** Which missions you take, and what you think. What you make stays yours. We may show it here, unedited, with your name under it.

**What you always do.** Whenever you speak of us in public you say, in the same place and language, that you are our ambassador and what you were given. The mark on your profile does not count. You buy no followers, votes or likes.

**What we never ask.** A good opinion, silence about a fault, a number of stars. If one of us asks you for that, tell a moderator; they do not work for us.

**What we see.** Your application, the missions you choose, what you hand in, and how many people your links bring. Never your messages, never who your readers are.

**How it ends.** On its date, or when you say so, at once and without a reason; points, work and credit stay yours. We end it early only if this paper is broken. Then you read which line, what happened and where, and if you disagree a moderator decides.`;

/** Ambassadors of the brick world: what they were asked, what they made, and what it brought. */
export const movement: DemoMovement = {
  agreements: [{ daysAgo: 292, text: first }, { daysAgo: 150, text: second }],
  calls,
  budgets: [
    { key: 'season', name: 'Missions, autumn and winter', funds: [{ points: 6_000, daysAgo: 56, reason: 'Two periods of missions' }, { points: 1_500, daysAgo: 8, reason: 'More of you came than we planned for' }] },
    { key: 'parcels', name: 'Thank-you parcels', funds: [{ points: 500, daysAgo: 56, reason: 'Postage of small things' }] },
  ],
  perks: [
    { key: 'bag', budget: 'parcels', title: 'Prototype bag of the month', description: 'Forty pieces in colours that never made it. Not for sale, not for swapping, yours to build with.', cost: 150, stock: 14, daysAgo: 50 },
    { key: 'name', budget: 'parcels', title: 'A street named after you', description: 'In the next Harbour Town book. You choose the street; we choose the spelling.', cost: 600, stock: 3, daysAgo: 50 },
    { key: 'bulbs', budget: 'parcels', title: 'Six lamp bricks', description: 'Warm white, with the plug that fits.', cost: null, stock: 20, daysAgo: 20 },
    { key: 'crate', budget: 'parcels', title: 'A crate of 2,000 loose bricks', description: 'For tables at libraries, schools and pubs. It stays there.', cost: null, stock: 6, daysAgo: 20 },
  ],
  periods,
  disclosures: [
    { channel: 'Blog', language: 'en', words: ['ambassador of Brindlebrick', 'as their ambassador', '#BrindlebrickAmbassador', 'given this set'] },
    { channel: 'Video', language: 'en', words: ['Brindlebrick gave me', '#BrindlebrickAmbassador'] },
    { channel: 'Photos', language: 'en', words: ['#BrindlebrickAmbassador', '#gifted'] },
    { channel: 'Blog', language: 'fr', words: ['ambassadrice de Brindlebrick', 'ambassadeur de Brindlebrick'] },
  ],
  missions,
  entries,
  redemptions: [
    { member: 'pieter_v', perk: 'bag', daysAgo: 2.5, state: 'OWED', changedDaysAgo: 2.5 },
    { member: 'samira_k', perk: 'bag', daysAgo: 4.5, state: 'SENT', note: 'Royal Post 4519 AH', changedDaysAgo: 2 },
    { member: 'ottilie', perk: 'bag', daysAgo: 9, state: 'RECEIVED', changedDaysAgo: 4 },
    { member: 'ines_moc', perk: 'bag', daysAgo: 7, state: 'RETURNED', note: 'Came back: the street number was missing. In stock again, write to us.', changedDaysAgo: 1.5 },
    { member: 'mei_lin', perk: 'bag', daysAgo: 1.2, state: 'OWED', changedDaysAgo: 1.2 },
  ],
  links: [
    { mission: 'lamp-review', member: 'joaquin_r', channel: 'Blog', daysAgo: 10.8, best: 84 },
    { mission: 'lamp-review', member: 'aoife_ot', channel: 'Blog', daysAgo: 8.1, best: 137 },
    { mission: 'lamp-review', member: 'pieter_v', channel: 'Blog', daysAgo: 9.9, best: 46 },
    { mission: 'night-film', member: 'mei_lin', channel: 'Video', daysAgo: 6.9, best: 412 },
    { mission: 'night-film', member: 'joaquin_r', channel: 'Video', daysAgo: 3.2, best: 58 },
    { mission: 'library-night', member: 'lou_by_touch', channel: 'Photos', daysAgo: 7.4, best: 66 },
    { mission: 'drawer-review', member: 'carla_spares', channel: 'Blog', daysAgo: 33, best: 121 },
    { mission: 'drawer-review', member: 'teacher_tam', channel: 'Blog', daysAgo: 29, best: 233 },
  ],
  feeds: [
    {
      member: 'mei_lin', url: 'https://tiny-shops.example/feed.xml', title: 'Tiny shops, big signs',
      items: [
        { title: 'The pharmacy cross, attempt four', url: 'https://tiny-shops.example/cross-4', daysAgo: 2.2 },
        { title: 'Letters out of cheese slopes, a table', url: 'https://tiny-shops.example/letters', daysAgo: 13 },
        { title: 'Why I no longer use stickers', url: 'https://tiny-shops.example/stickers', daysAgo: 27 },
      ],
    },
    {
      member: 'carla_spares', url: 'https://last-hinge.example/atom', title: 'To the last hinge',
      items: [
        { title: 'A jar of hinges, sorted by crack', url: 'https://last-hinge.example/jar', daysAgo: 5.6 },
        { title: 'White is not a colour, it is a calendar', url: 'https://last-hinge.example/white', daysAgo: 19 },
      ],
    },
    {
      member: 'pieter_v', url: 'https://bridges-on-carpet.example/rss', title: 'Bridges on carpet',
      items: [{ title: 'Six kilos on thirty centimetres', url: 'https://bridges-on-carpet.example/six-kilos', daysAgo: 37 }],
    },
  ],
};
