import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { ServerRouter, type EntryContext, type RouterContextProvider } from 'react-router';
import { servicesContext } from '~/data/services.server';
import { WORDS } from '~/i18n/generated/words.server';
import { registerWords } from '~/i18n/translator';

for (const [locale, { words }] of Object.entries(WORDS)) registerWords(locale, words);

/** Milliseconds a page may take to stream. */
export const streamTimeout = 8_000;

/** Renders a page. Robots and link previews get it whole; people see its shell as soon as it is ready. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: Readonly<RouterContextProvider>,
): Promise<Response> | Response {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  const { nonce, logError } = loadContext.get(servicesContext);
  const whole = isbot(request.headers.get('user-agent') ?? '');
  return new Promise((resolve, reject) => {
    let failed = false;
    const ready = () => {
      clearTimeout(timer);
      const body = new PassThrough();
      resolve(new Response(createReadableStreamFromReadable(body), { status: failed ? 500 : status, headers }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(<ServerRouter context={routerContext} url={request.url} nonce={nonce} />, {
      nonce,
      [whole ? 'onAllReady' : 'onShellReady']: ready,
      onShellError: reject,
      onError: (error) => {
        failed = true;
        logError(error);
      },
    });
    const timer = setTimeout(abort, streamTimeout + 1_000);
    timer.unref();
  });
}

/** Errors of loaders that are nobody's fault but ours; aborted requests are not errors. */
export function handleError(error: unknown, { request, context }: { request: Request; context: Readonly<RouterContextProvider> }) {
  if (!request.signal.aborted) context.get(servicesContext).logError(error);
}
