import { Link } from 'react-router';
import { mutate } from '~/data/mutate';
import { MoreRemixesDocument, type Withholding } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { Icon } from '~/kit/icon';
import { Markdown } from '~/kit/markdown';
import { MemberChip } from '~/kit/member-chip';
import { RelativeTime } from '~/kit/relative-time';
import { Page } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { ShareButton } from '../idea/share-button';
import { SidePart } from '../layout/side-part';
import { Growing } from '../members/growing';
import { creationPath, creationsPath, editCreationPath, ideaPath, newCreationPath } from '../paths';
import { ReportButton } from '../reports/report-button';
import { LabelNote } from '../withheld/label-note';
import { isKeptFrom, WithheldNote, WithheldWords } from '../withheld/withheld-note';
import { AppreciateButton } from './appreciate-button';
import { ChainPath } from './chain-path';
import { CreationGrid } from './creation-grid';
import type { CreationFull } from './creations.server';
import { Gallery } from './gallery';
import { Responses } from './responses';
import { WithdrawButton } from './withdraw-button';
import styles from './creation-page.module.css';

/** One work: its pictures and story, what it builds on, what builds on it, what others say. */
export function CreationPage({ creation, after }: { creation: CreationFull; after: string | null }) {
  const { slug } = useCommunity()!.community;
  const hasSide = creation.chain.length > 0 || creation.ideas.length > 0 || creation.product !== '';
  const talk = (
    <>
      {creation.remixes.nodes.length > 0 && <Remixes creation={creation} />}
      <Responses key={creation.id} creation={creation} after={after} />
    </>
  );
  return (
    <Page width={hasSide ? 'wide' : 'text'} side={hasSide ? <Beside creation={creation} /> : undefined} after={talk}>
      {creation.withdrawnAt ? <Gone slug={slug} /> : isKeptFrom(creation, creation.title) ? <Withheld slug={slug} withheld={creation.withheld!} decision={creation.decision?.id} /> : <Work creation={creation} />}
    </Page>
  );
}

function Work({ creation }: { creation: CreationFull }) {
  const t = useT();
  const { community } = useCommunity()!;
  return (
    <article className={styles.work}>
      <header className={styles.head}>
        <h1 className={styles.title} lang={community.locale}>{creation.title}</h1>
        <p className={styles.by}>
          <MemberChip member={creation.author} community={community.slug} absent={t('creations.former')}>
            <RelativeTime at={creation.createdAt} />{creation.editedAt && <> · {t('creations.edited')} <RelativeTime at={creation.editedAt} /></>}
          </MemberChip>
        </p>
      </header>
      {creation.withheld && <WithheldNote withheld={creation.withheld} author={creation.author} decision={creation.decision} />}
      <Gallery title={creation.title} pictures={creation.pictures} />
      <Actions creation={creation} />
      {creation.html && <Markdown html={creation.html} lang={community.locale} level={2} className={styles.story} />}
      <LabelNote label={creation.labelledBy} />
    </article>
  );
}

function Actions({ creation }: { creation: CreationFull }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  return (
    <div className={styles.actions}>
      {!creation.withheld && <AppreciateButton creation={creation} />}
      {!creation.withheld && <LinkButton tone="primary" to={newCreationPath(slug, creation.id)} icon={<Icon name="merge" size={18} />}>{t('creations.remixThis')}</LinkButton>}
      {!creation.withheld && <ShareButton title={creation.title} path={creationPath(slug, creation)} />}
      {!creation.withheld && <ReportButton words subject={{ kind: 'CREATION', id: creation.id, path: creationPath(slug, creation), author: creation.author?.id, reported: creation.reportedByViewer }} />}
      {creation.viewerCan.edit.allowed && <LinkButton tone="quiet" to={editCreationPath(slug, creation.id)} icon={<Icon name="edit" size={18} />}>{t('creations.edit')}</LinkButton>}
      {creation.viewerCan.withdraw.allowed && <WithdrawButton creation={creation} />}
    </div>
  );
}

/** What is left of a work that was taken back: its place. */
function Gone({ slug }: { slug: string }) {
  const t = useT();
  return (
    <EmptyState
      level={1}
      title={t('creations.goneTitle')}
      text={t('creations.goneText')}
      action={<LinkButton to={creationsPath(slug)}>{t('creations.toWall')}</LinkButton>}
    />
  );
}

/** In the place of a work that moderators keep from being shown. */
function Withheld({ slug, withheld, decision }: { slug: string; withheld: Withholding; decision?: string }) {
  const t = useT();
  return (
    <EmptyState
      level={1}
      title={t('withheld.creationTitle')}
      text={<WithheldWords withheld={withheld} decision={decision} />}
      action={<LinkButton to={creationsPath(slug)}>{t('withheld.toWall')}</LinkButton>}
    />
  );
}

function Beside({ creation }: { creation: CreationFull }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const plays = creation.ideas.length > 0 || creation.product !== '';
  return (
    <>
      {creation.chain.length > 0 && <SidePart title={t('creations.builtOn')}><ChainPath creation={creation} /></SidePart>}
      {plays && (
        <SidePart title={t('creations.playsWith')}>
          <ul role="list" className={styles.plays}>
            {creation.product && <li><Icon name="tag" size={18} /><span lang={locale}>{creation.product}</span></li>}
            {creation.ideas.map((idea) => <li key={idea.id}><Icon name="idea" size={18} /><Link to={ideaPath(slug, idea)} lang={locale} prefetch="intent">{idea.title}</Link></li>)}
          </ul>
        </SidePart>
      )}
    </>
  );
}

function Remixes({ creation }: { creation: CreationFull }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const fetchPage = async (after: string) => (await mutate(MoreRemixesDocument, { id: creation.id, after })).creation!.remixes;
  return (
    <section className={styles.remixes} aria-labelledby="remixes">
      <h2 id="remixes">{t('creations.remixesHeading', { count: creation.remixes.totalCount })}</h2>
      <Growing key={creation.id} page={creation.remixes} fetchPage={fetchPage} hrefOf={(after) => `${creationPath(slug, creation)}?remixes=${encodeURIComponent(after)}#remixes`} label={t('common.loadMore')}>
        {(nodes) => <CreationGrid creations={nodes} level={3} compact />}
      </Growing>
    </section>
  );
}
