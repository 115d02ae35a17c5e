import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { registerWords } from '~/i18n/translator';

/** The reader's words are named, and already on their way, by a preload link that the server wrote. */
async function start() {
  const root = document.documentElement;
  const link = document.querySelector<HTMLLinkElement>('link[data-words]');
  const words = link ? await (await fetch(link.href)).json() : {};
  registerWords(root.lang, words);
  startTransition(() => {
    hydrateRoot(document, <HydratedRouter />);
  });
}

void start();
