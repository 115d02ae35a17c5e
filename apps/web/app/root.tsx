import { useEffect, type CSSProperties, type ReactNode } from 'react';
import { data, Links, Meta, Outlet, Scripts, ScrollRestoration, useLoaderData, useRouteLoaderData, type LinksFunction, type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs } from 'react-router';
import textFace from '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2?url';
import fanfareFace from '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2?url';
import playfulFace from '@fontsource-variable/fredoka/files/fredoka-latin-wght-normal.woff2?url';
import sleekFace from '@fontsource-variable/sora/files/sora-latin-wght-normal.woff2?url';
import { query } from '~/data/query.server';
import { servicesContext } from '~/data/services.server';
import { headingFaceOf, themeVariables } from '~/design/theme';
import { SessionDocument } from '~/graphql/generated/documents';
import { directionOf } from '~/i18n/direction';
import { WORDS } from '~/i18n/generated/words.server';
import { hasWords } from '~/i18n/translator';
import { LocaleProvider } from '~/i18n/react';
import { ToastProvider } from '~/kit/toast';
import { ErrorPage } from '~/shell/error-page';
import { NavigationBar } from '~/shell/navigation-bar';
import { NowProvider } from '~/shell/now';
import { RouteAnnouncer } from '~/shell/route-announcer';
import { keptLocale, localeOf, themeModeOf } from '~/shell/preferences.server';
import { sessionIsFresh, sessionIsStale } from '~/shell/session-change';
import { SiteShell } from '~/shell/site-shell';
import { useCommunity } from '~/shell/use-root';
import './design/base.css';

const HEADING_FACES = { fanfare: fanfareFace, playful: playfulFace, sleek: sleekFace };

export const links: LinksFunction = () => [
  { rel: 'preload', as: 'font', type: 'font/woff2', href: textFace, crossOrigin: 'anonymous' },
];

/** The session, the reader's language and appearance, and what the deployment offers. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const services = context.get(servicesContext);
  const { viewer, deployment } = await query({ request, context }, SessionDocument);
  const locale = localeOf(request, viewer?.account.locale);
  const facts = {
    viewer,
    deployment,
    locale,
    wordsUrl: WORDS[locale]!.url,
    themeMode: themeModeOf(request),
    origin: services.origin,
    devTools: services.devTools,
    now: Date.now(),
  };
  const kept = keptLocale(request, locale);
  return data(facts, kept ? { headers: { 'Set-Cookie': kept } } : undefined);
}

/** Moving between pages does not change who is signed in; what does says so by `sessionChanged`. */
export function shouldRevalidate({ currentUrl, nextUrl }: ShouldRevalidateFunctionArgs) {
  return sessionIsStale() || currentUrl.href === nextUrl.href || currentUrl.searchParams.get('hl') !== nextUrl.searchParams.get('hl');
}

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root');
  const theme = useCommunity()?.community.theme;
  const locale = root?.locale ?? 'en';
  const mode = root?.themeMode;
  return (
    <html
      lang={locale}
      dir={directionOf(locale)}
      data-theme={mode === 'system' ? undefined : mode}
      style={theme ? (themeVariables(theme) as CSSProperties) : undefined}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        {root && <link rel="preload" as="fetch" href={root.wordsUrl} crossOrigin="anonymous" data-words />}
        <link rel="preload" as="font" type="font/woff2" href={HEADING_FACES[headingFaceOf(theme)]} crossOrigin="anonymous" />
        <Icons favicon={theme?.favicon} />
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleProvider value={locale}>
          <NowProvider initial={root?.now ?? 0}>
            <ToastProvider>{children}</ToastProvider>
          </NowProvider>
        </LocaleProvider>
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

/** The community's icon, or ours. Phones ask for one of pixels to put on their home screen. */
function Icons({ favicon }: { favicon: string | null | undefined }) {
  if (!favicon || favicon.endsWith('.svg')) return <link rel="icon" href={favicon ?? '/favicon.svg'} type="image/svg+xml" />;
  return (
    <>
      <link rel="icon" href={favicon} />
      <link rel="apple-touch-icon" href={favicon} />
    </>
  );
}

export default function App() {
  const facts = useLoaderData<typeof loader>();
  useEffect(() => {
    sessionIsFresh();
    // Signing in or out may change the language; its words come with a document.
    if (!hasWords(facts.locale)) location.reload();
  }, [facts]);
  return (
    <>
      <NavigationBar />
      <Outlet />
      <RouteAnnouncer />
    </>
  );
}

export function ErrorBoundary({ error }: { error: unknown }) {
  return (
    <SiteShell>
      <ErrorPage error={error} />
    </SiteShell>
  );
}
