import { Outlet } from 'react-router';
import { ErrorPage } from '~/shell/error-page';
import { SiteShell } from '~/shell/site-shell';

export default function SiteLayout() {
  return <SiteShell><Outlet /></SiteShell>;
}

export function ErrorBoundary({ error }: { error: unknown }) {
  return <SiteShell><ErrorPage error={error} /></SiteShell>;
}
