import { Link } from 'react-router';
import { T, useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Button, IconButton } from '~/kit/button';
import { TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { isWhole, type Place, type Writing } from './use-application';
import { completed, isProvedBy } from './wizard-steps';
import styles from './wizard.module.css';

const MOST = 10;

/** Where people find the applicant: proved pages marked as proved, everything else as declared. */
export function ReachFields({ writing, sites }: { writing: Writing; sites: readonly string[] }) {
  const t = useT();
  const { places } = writing.written;
  const change = (key: string, part: Partial<Place>) => writing.place(places.map((place) => (place.key === key ? { ...place, ...part } : place)));
  const add = (url = '') => writing.place([...places, { key: crypto.randomUUID(), channel: '', url, followers: '' }]);
  const open = sites.filter((site) => !places.some(({ url }) => isProvedBy(completed(url), [site])));
  return (
    <>
      <p>{t('applying.reachLead')}</p>
      {places.map((place, at) => (
        <PlaceFields key={place.key} place={place} number={at + 1} proved={isProvedBy(completed(place.url), sites)} onChange={(part) => change(place.key, part)} onRemove={() => writing.place(places.filter(({ key }) => key !== place.key))} />
      ))}
      {places.length < MOST && (
        <div className={styles.adds}>
          {open.map((site) => <Button key={site} icon={<Icon name="check" size={18} />} onClick={() => add(/^https?:/.test(site) ? site : `https://${site}`)}>{t('applying.reachAddSite', { site: site.replace(/^https?:\/\//, '') })}</Button>)}
          <Button icon={<Icon name="plus" size={18} />} onClick={() => add()}>{t('applying.reachAdd')}</Button>
        </div>
      )}
      <p className={styles.quiet}>{t('applying.reachDeclared')} <T k="applying.reachMore" values={{ identity: (text) => <Link to="/settings/identity">{text}</Link> }} /></p>
    </>
  );
}

interface PlaceProps {
  place: Place;
  number: number;
  proved: boolean;
  onChange(part: Partial<Place>): void;
  onRemove(): void;
}

function PlaceFields({ place, number, proved, onChange, onRemove }: PlaceProps) {
  const t = useT();
  const isStarted = (place.channel + place.url + place.followers).trim() !== '' && !isWhole(place);
  return (
    <fieldset className={styles.place}>
      <legend>{t('applying.reachPlace', { number })} <ProofBadge proved={proved} /></legend>
      <IconButton className={styles.remove} size="s" icon={<Icon name="trash" size={18} />} label={t('applying.reachRemove', { number })} onClick={onRemove} />
      <TextField label={t('applying.reachName')} hint={t('applying.reachNameHint')} value={place.channel} maxLength={60} onChange={(event) => onChange({ channel: event.target.value })} />
      <TextField label={t('applying.reachUrl')} type="url" inputMode="url" placeholder="https://" value={place.url} maxLength={500} onBlur={() => onChange({ url: completed(place.url) })} onChange={(event) => onChange({ url: event.target.value })} />
      <TextField label={t('applying.reachFollowers')} optional inputMode="numeric" pattern="[0-9]*" value={place.followers} maxLength={10} onChange={(event) => onChange({ followers: event.target.value.replace(/\D/g, '') })} />
      {isStarted && <p className={styles.quiet}>{t('applying.reachIncomplete')}</p>}
    </fieldset>
  );
}

/** Whether a place is proved, in a word. */
export function ProofBadge({ proved }: { proved: boolean }) {
  const t = useT();
  return <Badge size="s" tone={proved ? 'good' : 'neutral'} icon={proved ? 'check' : undefined}>{t(proved ? 'applying.reachProved' : 'applying.reachDeclaredBadge')}</Badge>;
}
