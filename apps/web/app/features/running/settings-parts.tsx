import { nameOfLocale } from '~/i18n/direction';
import { LOCALES } from '~/i18n/generated/keys';
import { T, useT } from '~/i18n/react';
import { Select, TextArea, TextField } from '~/kit/field';
import { Markdown } from '~/kit/markdown';
import { MarkdownEditor } from '~/kit/markdown-editor';
import { RelativeTime } from '~/kit/relative-time';
import { CategoriesFields } from './categories-fields';
import { categoriesInput, categoryDrafts } from './community-draft';
import { contrastFacts } from './contrast-facts';
import { LookFields } from './look-fields';
import { SettingsForm } from './settings-form';
import type { SettingsOf } from './settings.server';
import { AgeField } from './texts-fields';
import fields from './fields.module.css';
import styles from './settings.module.css';
import { useSettings } from './use-settings';

interface Props {
  community: SettingsOf;
}

export function GeneralPart({ community }: Props) {
  const t = useT();
  const { name, tagline, description, locale, minAge, slug } = community;
  const state = useSettings(slug, { name, tagline, description, locale, minAge: String(minAge) }, (draft) =>
    draft.name.trim() && /^\d{1,2}$/.test(draft.minAge) ? { ...draft, minAge: Number(draft.minAge) } : null,
  );
  const { draft, change } = state;
  const locales = LOCALES.includes(locale as never) ? LOCALES : [locale, ...LOCALES];
  return (
    <SettingsForm state={state}>
      <TextField label={t('running.name')} value={draft.name} maxLength={80} required onChange={(event) => change({ name: event.target.value })} error={draft.name.trim() ? null : t('running.nameMissing')} />
      <p className={fields.quiet}><T k="running.addressFixed" values={{ address: <code className={fields.address}>/c/{slug}</code> }} /></p>
      <TextField label={t('running.tagline')} hint={t('running.taglineHint')} optional value={draft.tagline} maxLength={160} onChange={(event) => change({ tagline: event.target.value })} />
      <TextArea label={t('running.description')} hint={t('running.descriptionHint')} optional value={draft.description} maxLength={5000} onChange={(event) => change({ description: event.target.value })} />
      <Select label={t('running.locale')} hint={t('running.localeHint')} value={draft.locale} onChange={(event) => change({ locale: event.target.value })} options={locales.map((value) => ({ value, label: nameOfLocale(value) }))} />
      <AgeField value={draft.minAge} onChange={(value) => change({ minAge: value })} valid={/^\d{1,2}$/.test(draft.minAge)} />
    </SettingsForm>
  );
}

export function LookPart({ community }: Props) {
  const { accent, headingFace, corners, logo, hero, favicon } = community.theme;
  const state = useSettings(community.slug, { accent, headingFace, corners, logo, hero, favicon }, (theme) => (contrastFacts(theme.accent) ? { theme } : null));
  return <SettingsForm state={state}><LookFields look={state.draft} name={community.name} onChange={state.change} /></SettingsForm>;
}

export function GuidelinesPart({ community }: Props) {
  const t = useT();
  const { guidelines, ideaTemplate } = community;
  const state = useSettings(community.slug, { guidelines, ideaTemplate }, (draft) => draft);
  return (
    <SettingsForm state={state}>
      <MarkdownEditor label={t('running.guidelines')} hint={t('running.guidelinesHint')} value={state.draft.guidelines} maxLength={20_000} rows={12} onChange={(value) => state.change({ guidelines: value })} />
      <MarkdownEditor label={t('running.ideaTemplate')} hint={t('running.ideaTemplateHint')} optional value={state.draft.ideaTemplate} maxLength={5_000} rows={7} onChange={(value) => state.change({ ideaTemplate: value })} />
    </SettingsForm>
  );
}

export function CategoriesPart({ community }: Props) {
  const t = useT();
  const state = useSettings(community.slug, { categories: categoryDrafts(community.categories) }, ({ categories }) => ({ categories: slugged(categoriesInput(categories), community.categories) }));
  return (
    <SettingsForm state={state} consequence={<p>{t('running.categoriesConsequence')}</p>}>
      <CategoriesFields categories={state.draft.categories} onChange={(categories) => state.change({ categories: [...categories] })} />
    </SettingsForm>
  );
}

/** A category that stays keeps its address, whatever it is called now: links to it go on working. */
function slugged(categories: ReturnType<typeof categoriesInput>, known: SettingsOf['categories']) {
  return categories.map((one) => ({ ...one, slug: known.find(({ id }) => id === one.id)?.slug ?? null }));
}

export function TermsPart({ community }: Props) {
  const t = useT();
  const { terms, termsVersions, locale } = community;
  const state = useSettings(community.slug, { terms: terms.body }, (draft) => (draft.terms.trim() ? draft : null));
  return (
    <>
      <SettingsForm state={state} consequence={<p>{t('running.termsConsequence', { version: terms.version + 1 })}</p>}>
        <MarkdownEditor label={t('running.terms')} hint={t('running.termsHint')} value={state.draft.terms} maxLength={50_000} rows={14} onChange={(value) => state.change({ terms: value })} error={state.valid ? null : t('running.termsMissing')} />
      </SettingsForm>
      <section aria-labelledby="versions">
        <h3 id="versions" className={styles.heading}>{t('running.termsVersions')}</h3>
        {termsVersions.map(({ version, bodyHtml, createdAt }) => (
          <details key={version} className={styles.version}>
            <summary>{t('running.termsVersion', { version })} <span className={styles.quiet}><RelativeTime at={createdAt} /></span></summary>
            <Markdown html={bodyHtml} lang={locale} level={4} />
          </details>
        ))}
      </section>
    </>
  );
}
