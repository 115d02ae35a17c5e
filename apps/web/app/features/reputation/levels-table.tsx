import type { ReactNode } from 'react';
import type { Level } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import { IdentityMark, LevelMark } from '~/kit/marks';
import type { Levels } from './reputation.server';
import styles from './rules-page.module.css';

type Right = Levels[number];

/** What each level asks for and opens, a column each; one's own stands out. */
export function LevelsTable({ levels, own }: { levels: Levels; own: Level | null }) {
  const t = useT();
  const rows: { label: string; cell(right: Right): ReactNode }[] = [
    { label: t('reputation.fromScore'), cell: ({ score }) => t.number(score) },
    { label: t('reputation.fromIdentity'), cell: ({ identityLevel }) => (identityLevel === 'ANONYMOUS' ? <No /> : <IdentityMark level={identityLevel} size={20} />) },
    { label: t('reputation.right.links'), cell: ({ links }) => <Whether open={links} /> },
    { label: t('reputation.right.images'), cell: ({ images }) => <Whether open={images} /> },
    { label: t('reputation.right.votesPerDay'), cell: ({ votesPerDay }) => (votesPerDay === null ? <Any /> : t.number(votesPerDay)) },
    { label: t('reputation.right.markHelpful'), cell: ({ markHelpful }) => <Whether open={markHelpful} /> },
    { label: t('reputation.right.reportWeight'), cell: ({ reportWeight }) => `× ${t.number(reportWeight)}` },
    { label: t('reputation.right.applyToCalls'), cell: ({ applyToCalls }) => <Whether open={applyToCalls} /> },
  ];
  return (
    <div className={styles.scroll} role="group" aria-labelledby="levels" tabIndex={0}>
      <table className={styles.levels}>
        <thead>
          <tr>
            <td />
            {levels.map(({ level }) => (
              <th key={level} scope="col" data-own={level === own ? '' : undefined}>
                <span className={styles.head}><LevelMark level={level} size={24} /><span className={styles.name}>{t(`domain.level.${level}`)}</span>{level === own && <span className="visually-hidden">{t('reputation.yourLevel')}</span>}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cell }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {levels.map((right) => <td key={right.level} data-own={right.level === own ? '' : undefined}>{cell(right)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Whether({ open }: { open: boolean }) {
  const t = useT();
  if (!open) return <No />;
  return <span className={styles.yes}><Icon name="check" size={18} /><span className="visually-hidden">{t('reputation.yes')}</span></span>;
}

function No() {
  const t = useT();
  return <span className={styles.no}>–<span className="visually-hidden">{t('reputation.no')}</span></span>;
}

function Any() {
  const t = useT();
  return <span><span aria-hidden="true">∞</span><span className="visually-hidden">{t('reputation.votesAny')}</span></span>;
}
