import { Link } from 'react-router';
import type { AmbassadorProfileFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { Icon } from '~/kit/icon';
import { Picture } from '~/kit/picture';
import { useCommunity } from '~/shell/use-root';
import { ShareButton } from '../idea/share-button';
import { entryPath } from '../missions/missions-state';
import { ambassadorsPath, callPath, memberPath, whyPath } from '../paths';
import { myTermPath, serves } from '../terms/terms-state';
import styles from './ambassador-banner.module.css';

interface Props {
  member: AmbassadorProfileFragment;
}
type Work = AmbassadorProfileFragment['work']['nodes'][number];

/** That somebody speaks as an ambassador, since when, for what, and what they receive: always said, also of who served. */
export function AmbassadorBanner({ member }: Props) {
  const t = useT();
  const { community: { slug, locale, name }, membership } = useCommunity()!;
  const [term] = member.ambassadorTerms;
  if (!term) return null;
  const serving = serves(term, new Date());
  return (
    <Card as="section" tone={serving ? 'accent' : 'wash'} className={styles.banner} aria-labelledby="ambassador">
      <p className={styles.top}>
        <Badge tone={serving ? 'accent' : 'neutral'} icon="star"><Link to={ambassadorsPath(slug)}>{t(serving ? 'terms.ambassador' : 'terms.alumni')}</Link></Badge>
        <span>{t('terms.span', { since: t.date(term.since!), until: t.date(term.until!) })}</span>
      </p>
      <h2 id="ambassador" className={styles.title}>{t('terms.speaksFor', { name: member.displayName, community: name, serves: serving ? 'yes' : 'no' })}</h2>
      {term.call && <p><Link to={callPath(slug, term.call.id)} lang={locale}>{term.call.title}</Link></p>}
      <p className={styles.receives}><Icon name="tag" size={18} /><span lang={locale}>{t(serving ? 'recruitment.receives' : 'recruitment.received', { what: term.receives })}</span></p>
      <p className={styles.actions}>
        <ShareButton size="s" title={t('terms.shareTitle', { name: member.displayName, community: name })} text={t('terms.shareTitle', { name: member.displayName, community: name })} label={t('terms.share')} path={memberPath(slug, member.handle)} />
        {membership?.id === member.id && <LinkButton size="s" to={myTermPath(slug)} icon={<Icon name="document" size={16} />}>{t('terms.mine')}</LinkButton>}
      </p>
    </Card>
  );
}

/** What they did as an ambassador, beside what they do as everybody else. */
export function AmbassadorSection({ member }: Props) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const [, ...before] = member.ambassadorTerms;
  if (member.ambassadorTerms.length === 0) return null;
  const work = member.work.nodes.filter(({ state }) => state === 'ACCEPTED');
  return (
    <section className={styles.section} aria-labelledby="served">
      <h2 id="served">{t('terms.asAmbassador')}</h2>
      <dl className={styles.numbers}>
        <div><dd>{t.number(member.missionsDone)}</dd><dt>{t('terms.missionsLabel', { count: member.missionsDone })}</dt></div>
        <div><dd>{t.number(member.ideaCount)}</dd><dt>{t('terms.ideasLabel', { count: member.ideaCount })}</dt></div>
        {member.reputation && <div><dd><Link to={whyPath(slug, member.handle)}>{t.number(member.reputation.score)}</Link></dd><dt>{t('terms.reputationLabel')}</dt></div>}
      </dl>
      {work.length > 0 && <ul role="list" className={styles.work}>{work.map((entry) => <li key={entry.id}><Piece entry={entry} /></li>)}</ul>}
      {before.length > 0 && (
        <ul role="list" className={styles.before} aria-label={t('terms.before')}>
          {before.map((term) => <li key={term.id}>{t('terms.span', { since: t.date(term.since!), until: t.date(term.until!) })} · <span lang={locale}>{t('recruitment.received', { what: term.receives })}</span></li>)}
        </ul>
      )}
    </section>
  );
}

/** One accepted work: a picture if there is one, what it was for, and the way to all of it. */
function Piece({ entry: { id, mission, evidence, publishedAt } }: { entry: Work }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const picture = evidence.find((piece) => piece.picture)?.picture;
  const words = evidence.map(({ text, pageTitle, url }) => text?.replace(/[*_`#>]+/g, '') ?? pageTitle ?? (url && URL.canParse(url) ? new URL(url).hostname : null)).find(Boolean);
  return (
    <Link to={entryPath(slug, id)} className={styles.piece} lang={locale}>
      {picture && <Picture picture={picture} sizes="16rem" className={styles.picture} />}
      <span className={styles.pieceTitle}>{mission?.title ?? t('terms.work')}</span>
      {words && <span className={styles.words} dir="auto">{words}</span>}
      {publishedAt && <span className={styles.date} lang={t.locale}>{t.date(publishedAt)}</span>}
    </Link>
  );
}
