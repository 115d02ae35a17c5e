import type { ReactNode } from 'react';
import { Markdown } from '~/kit/markdown';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import styles from './house-page.module.css';

/** A text of the house: its guidelines, its terms. */
export function HousePage({ title, lead, html, children }: { title: string; lead?: string; html: string; children?: ReactNode }) {
  const locale = useCommunity()!.community.locale;
  return (
    <Page width="text">
      <PageTitle title={title} lead={lead} />
      <div className={styles.text}>
        {html && <Markdown html={html} lang={locale} level={2} />}
        {children}
      </div>
    </Page>
  );
}
