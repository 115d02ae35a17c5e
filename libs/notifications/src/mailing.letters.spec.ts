import { describe, expect, it } from 'vitest';
import { mailingLetters } from './mailing.letters.js';
import type { MailedMatter } from './mailing.reader.js';

const NOTHING: MailedMatter = {
  kind: 'EVIDENCE_ENDED', reason: 'YOU', idea: null, circle: null, creation: null, mission: null, perk: null, evidence: null, actor: null, status: null, quote: null,
  commentId: null, creationResponseId: null, decisionId: null, appealId: null, call: null, rungSupport: null, amount: 1,
};
const community = { slug: 'town', name: 'Harbour Town', theme: { accent: '#123456' } } as never;

function letter(language: 'en' | 'fr', matter: Partial<MailedMatter>) {
  const mailing = { kind: 'NOTICE', name: 'Ana', community, matters: [{ ...NOTHING, ...matter }] } as const;
  return mailingLetters[language]({ mailing, origin: 'https://fans.example', unsubscribeUrl: 'https://fans.example/stop' });
}

const proof = (more: Partial<NonNullable<MailedMatter['evidence']>>) => ({ kind: 'WEBSITE', detail: 'https://ana.example/', ending: null, expiresAt: null, ...more }) as const;
const END = new Date('2027-03-01T12:00:00Z');

/** What somebody reads of their own proofs, and where it leads. */
const LETTERS: readonly [Partial<MailedMatter>, en: RegExp, fr: RegExp, path?: string][] = [
  [{ kind: 'EVIDENCE_ENDING', evidence: proof({}) }, /^Your website: We could not read your page for three days/, /^Votre site web : Votre page reste illisible/],
  [{ kind: 'EVIDENCE_ENDING', evidence: proof({ kind: 'LINKED_ACCOUNT', expiresAt: END }) }, /until 1 March 2027/, /jusqu’au 1 mars 2027/],
  [{ evidence: proof({ ending: 'LAPSED' }) }, /does not link to your profile any more/, /ne renvoie plus à votre profil/],
  [{ evidence: proof({ kind: 'REAL_NAME', ending: 'EXPIRED' }) }, /Its time is over/, /Le délai est écoulé/],
  [{ evidence: proof({ kind: 'REAL_NAME', ending: 'REVOKED' }) }, /The team at Harbour Town took its word back/, /L’équipe de Harbour Town a retiré/],
  [{ evidence: proof({ kind: 'PURCHASE', ending: 'REVOKED' }) }, /^Your purchase: Harbour Town took it back/, /^Votre achat : Harbour Town est revenue dessus/],
  [{ kind: 'NAME_ATTESTED', evidence: proof({ kind: 'REAL_NAME' }), actor: { name: 'Mia', handle: 'mia' } }, /Mia of the team vouches/, /Mia, de l’équipe, se porte garant/],
  [{ kind: 'REPORT_JUDGED', decisionId: 'd1' }, /^Your report: What you reported was looked at/, /^Votre signalement : Ce que vous aviez signalé/, '/c/town/decisions/d1'],
  [{ kind: 'APPEAL_ANSWERED', decisionId: 'd1', appealId: 'a1' }, /^Your appeal: The moderators/, /^Votre appel : La modération/, '/c/town/appeals/a1'],
  [{ kind: 'REVIEW_WAITS', reason: 'STAFF', amount: 3 }, /3 things came/, /3 éléments attendent/, '/c/town/moderation'],
  [{ kind: 'PERK_SENT', perk: 'A mug', quote: 'Parcel 7' }, /^A mug: It is on its way to you/, /^A mug : C’est en route vers vous/, '/c/town/rewards'],
  [{ kind: 'ENTRY_RETURNED', mission: { id: 'm1', title: 'Two weeks with the van' } }, /^Two weeks with the van: Your page does not say/, /^Two weeks with the van : Votre page ne dit pas/, '/c/town/missions/m1'],
  [{ kind: 'AMBASSADOR_APPEAL_WAITS', reason: 'STAFF' }, /^The moderators’ desk: An ambassador appeals/, /^Le bureau de la modération : Une décision/, '/c/town/moderation/ambassadors'],
  [{ kind: 'AMBASSADOR_APPEAL_DECIDED' }, /^Your appeal: A moderator decided/, /^Votre recours : La modération a tranché/, '/c/town/ambassadors/mine'],
  [{ kind: 'TERM_REVOKED', call: { id: 'k1', title: 'A hundred agents' } }, /^A hundred agents: Your term as an ambassador was ended/, /^A hundred agents : /, '/c/town/ambassadors/mine'],
  [{ kind: 'TERM_RENEWAL', reason: 'STAFF' }, /would like to go on/, /./, '/c/town/ambassadors/desk'],
  [{ kind: 'CODES_GUESSED', reason: 'STAFF' }, /None of them worked/, /Aucun n’a fonctionné/, '/c/town/settings/codes'],
];

describe('a letter about proofs', () => {
  it.each(LETTERS)('%j', (matter, en, fr, path = '/settings/identity') => {
    for (const [language, words] of [['en', en], ['fr', fr]] as const) {
      const { subject, items } = letter(language, matter);
      expect(subject).toMatch(words);
      expect(items![0]!.url).toBe(`https://fans.example${path}`);
    }
  });
});
