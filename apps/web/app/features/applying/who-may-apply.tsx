import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Card } from '~/kit/card';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { whyPath } from '../paths';
import type { CallFull } from '../recruitment/recruitment.server';
import { type Condition, conditionsOf } from './eligibility';
import styles from './applying.module.css';

/** What a call asks of who applies, what of it the reader has, and where to get the rest. */
export function WhoMayApply({ call }: { call: CallFull }) {
  const t = useT();
  const membership = useCommunity()!.membership;
  const conditions = conditionsOf(call.eligibility, membership);
  const hindrance = useHindrance(call);
  return (
    <Card as="section" tone="wash" className={styles.stack} aria-labelledby="may">
      <h2 id="may" className={styles.small}>{t('applying.may')}</h2>
      <ul role="list" className={styles.conditions}>
        {conditions.map((condition) => <li key={condition.kind}><ConditionLine condition={condition} /></li>)}
      </ul>
      {hindrance && <p className={styles.hindrance}><Icon name="info" size={18} /><span>{hindrance}</span></p>}
      {call.viewerMayApply.allowed && !call.viewerApplication && <p className={styles.quiet}>{t('applying.mayAll')}</p>}
    </Card>
  );
}

/** What stands in the reader's way besides, in a sentence. */
export function useHindrance({ viewerMayApply: { reason }, viewerMayApplyFrom }: Pick<CallFull, 'viewerMayApply' | 'viewerMayApplyFrom'>): string | null {
  const t = useT();
  if (viewerMayApplyFrom) return t('applying.later', { date: t.date(viewerMayApplyFrom) });
  if (reason === 'STAFF_CANNOT_APPLY') return t('applying.staff');
  if (reason === 'ALREADY_AMBASSADOR') return t('applying.serving');
  return reason === 'RESTRICTED' ? t('applying.restricted') : null;
}

function ConditionLine({ condition }: { condition: Condition }) {
  const t = useT();
  const { community: { slug }, membership } = useCommunity()!;
  switch (condition.kind) {
    case 'level': {
      const way = membership && <Link to={whyPath(slug, membership.handle)}>{t('applying.levelWay')}</Link>;
      return <Line met={condition.met} asked={t('applying.levelAsked', { level: t(`domain.level.${condition.asked}`) })} lack={condition.own && t('applying.levelLack', { level: t(`domain.level.${condition.own}`) })} way={way} />;
    }
    case 'identity': {
      const way = <Link to="/settings/identity">{t('applying.identityWay')}</Link>;
      return <Line met={condition.met} asked={t('applying.identityAsked', { identity: t(`domain.identity.${condition.asked}`) })} lack={condition.own && t('applying.identityLack', { identity: t(`domain.identity.${condition.own}`) })} way={way} />;
    }
    case 'age': return <Line met={null} asked={t('applying.ageAsked', { count: condition.asked })} note={t('applying.ageNote')} />;
    case 'region': return <Region regions={condition.asked} />;
  }
}

const FEW = 6;

function Region({ regions }: { regions: readonly string[] }) {
  const t = useT();
  if (regions.length === 0) return <Line met={null} asked={t('applying.anyRegion')} />;
  const names = new Intl.DisplayNames([t.locale], { type: 'region' });
  const named = regions.map((region) => names.of(region) ?? region).sort((a, b) => a.localeCompare(b, t.locale));
  const list = (some: readonly string[]) => new Intl.ListFormat(t.locale, { type: 'disjunction' }).format(some);
  if (named.length <= FEW) return <Line met={null} asked={t('applying.regionAsked', { countries: list(named) })} />;
  const all = <details><summary>{t('applying.regionAll')}</summary><p>{new Intl.ListFormat(t.locale).format(named)}</p></details>;
  return <Line met={null} asked={t('applying.regionAsked', { countries: t('applying.regionMore', { first: named.slice(0, 3).join(', '), count: named.length - 3 }) })} note={all} />;
}

function Line({ met, asked, lack, way, note }: { met: boolean | null; asked: string; lack?: string | null; way?: ReactNode; note?: ReactNode }) {
  const t = useT();
  return (
    <div className={styles.condition} data-met={met ?? undefined}>
      <Icon name={met === null ? 'chevronRight' : met ? 'check' : 'hourglass'} size={18} strokeWidth={2} />
      <div>
        <p><strong>{asked}</strong>{met !== null && <span className="visually-hidden"> {t(met ? 'applying.has' : 'applying.lacks')}</span>}</p>
        {met === false && <p className={styles.quiet}>{lack} {way}</p>}
        {note && <div className={styles.quiet}>{note}</div>}
      </div>
    </div>
  );
}
