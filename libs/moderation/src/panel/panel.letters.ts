import type { Letter, Letters } from '@fanfare/mail';

/** What waits for the panel, by mail, or for the operator where nobody sits on it. */
export interface PanelFacts {
  readonly name: string;
  readonly duties: readonly { readonly name: string; readonly waiting: number }[];
  readonly url: string;
}

function en({ name, duties, url }: PanelFacts): Letter {
  return {
    subject: 'The panel of moderators is waited for',
    greeting: `Hello ${name},`,
    paragraphs: [
      'These communities have too few moderators of their own to decide:',
      ...duties.map((duty) => `${duty.name}: ${duty.waiting === 1 ? 'one matter waits' : `${duty.waiting} matters wait`}.`),
    ],
    button: { label: 'See what waits', url },
  };
}

function fr({ name, duties, url }: PanelFacts): Letter {
  return {
    subject: 'Le collège de modération est attendu',
    greeting: `Bonjour ${name},`,
    paragraphs: [
      'Ces communautés n’ont pas assez de modérateurs pour décider elles-mêmes :',
      ...duties.map((duty) => `${duty.name} : ${duty.waiting === 1 ? 'une affaire attend' : `${duty.waiting} affaires attendent`}.`),
    ],
    button: { label: 'Voir ce qui attend', url },
  };
}

/** To each of the panel, at most once a day. */
export const panelLetters: Letters<PanelFacts> = { en, fr };
