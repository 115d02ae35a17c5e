import type { Letter, Letters } from '@fanfare/mail';
import type { PanelDutyKind } from '../moderation.enums.js';

interface Duty {
  readonly name: string;
  /** None in those that were written before there were kinds: what waits in the queue. */
  readonly kind?: PanelDutyKind;
  readonly waiting: number;
}

/** What waits for the panel, by mail, or for the operator where nobody sits on it. */
export interface PanelFacts {
  readonly name: string;
  readonly duties: readonly Duty[];
  readonly url: string;
}

type Words = Readonly<Record<PanelDutyKind, (waiting: number) => string>>;

const EN: Words = {
  REVIEW: (waiting) => (waiting === 1 ? 'one matter waits' : `${waiting} matters wait`),
  AMBASSADOR_APPEAL: (waiting) => (waiting === 1 ? 'one appeal of an ambassador waits' : `${waiting} appeals of ambassadors wait`),
};

const FR: Words = {
  REVIEW: (waiting) => (waiting === 1 ? 'une affaire attend' : `${waiting} affaires attendent`),
  AMBASSADOR_APPEAL: (waiting) => (waiting === 1 ? 'un recours d’ambassadeur attend' : `${waiting} recours d’ambassadeurs attendent`),
};

function en({ name, duties, url }: PanelFacts): Letter {
  return {
    subject: 'The panel of moderators is waited for',
    greeting: `Hello ${name},`,
    paragraphs: [
      'These communities have too few moderators of their own to decide:',
      ...duties.map((duty) => `${duty.name}: ${EN[duty.kind ?? 'REVIEW'](duty.waiting)}.`),
    ],
    button: { label: 'See what waits', url },
  };
}

function fr({ name, duties, url }: PanelFacts): Letter {
  return {
    subject: 'Le collège de modération est attendu',
    greeting: `Bonjour ${name},`,
    paragraphs: [
      'Ces communautés n’ont pas assez de modérateurs pour décider elles-mêmes :',
      ...duties.map((duty) => `${duty.name} : ${FR[duty.kind ?? 'REVIEW'](duty.waiting)}.`),
    ],
    button: { label: 'Voir ce qui attend', url },
  };
}

/** To each of the panel, at most once a day. */
export const panelLetters: Letters<PanelFacts> = { en, fr };
