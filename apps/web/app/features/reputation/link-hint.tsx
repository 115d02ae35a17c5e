import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { mutate } from '~/data/mutate';
import { MyRightsDocument, type MyRightsQuery } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { pagePath } from '../paths';
import { hasForeignLink, hasForeignPicture } from './foreign-link';
import styles from './link-hint.module.css';
import { missingText } from './missing-words';

type Rights = NonNullable<NonNullable<NonNullable<MyRightsQuery['viewer']>['membership']>['rights']>;

/** As somebody writes a link to another site or shows a picture from there: whether their level opens it, and what is missing. Asked once one stands there. */
export function LinkHint({ text }: { text: string }) {
  const t = useT();
  const { community: { slug }, membership } = useCommunity()!;
  const linked = membership !== null && hasForeignLink(text);
  const rights = useMyRights(slug, linked);
  const shown = linked && hasForeignPicture(text);
  const right = shown ? rights?.images : rights?.links;
  const missing = linked && right && !right.open ? right.missing : null;
  return (
    <div role="status">
      {missing && (
        <p className={styles.hint}>
          <Icon name="info" size={18} />
          <span>
            {t(shown ? 'reputation.picturesOpenAt' : 'reputation.linksOpenAt', { level: t(`domain.level.${missing.level}`), missing: missingText(t, missing) })}{' '}
            <Link to={pagePath(slug, 'reputation')} target="_blank">{t('reputation.how')}</Link>
          </span>
        </p>
      )}
    </div>
  );
}

/** Null until it is known. What cannot be asked is not worth a word: the server says it again on sending. */
function useMyRights(slug: string, wanted: boolean): Rights | null {
  const [rights, setRights] = useState<Rights | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let over = false;
    mutate(MyRightsDocument, { slug }).then(({ viewer }) => over || setRights(viewer?.membership?.rights ?? null), () => undefined);
    return () => {
      over = true;
    };
  }, [slug, wanted]);
  return rights;
}
