import { createContext, Fragment, useContext, type ReactNode } from 'react';
import type { Values } from './format';
import { translatorFor, type MessageKey, type Translator } from './translator';

const LocaleContext = createContext('en');

export const LocaleProvider = LocaleContext.Provider;

/** The reader's language as a translator: `const t = useT(); t('common.cancel')`. */
export function useT(): Translator {
  return translatorFor(useContext(LocaleContext));
}

/** A message with elements in it: `<T k="account.haveOne" values={{ link: (text) => <Link to="…">{text}</Link> }} />`. */
export function T({ k, values = {} }: { k: MessageKey; values?: Values<ReactNode> }) {
  const pieces = useT().pieces<ReactNode>(k, values);
  return pieces.map((piece, index) => <Fragment key={index}>{piece}</Fragment>);
}
