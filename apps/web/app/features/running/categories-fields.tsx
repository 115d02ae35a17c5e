import { useT } from '~/i18n/react';
import { Button, IconButton } from '~/kit/button';
import { TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { type CategoryDraft, MOST_CATEGORIES, moved, rowKey } from './community-draft';
import styles from './fields.module.css';

interface Props {
  categories: readonly CategoryDraft[];
  onChange(categories: readonly CategoryDraft[]): void;
}

/** The drawers that ideas are filed in, in the order they are shown. */
export function CategoriesFields({ categories, onChange }: Props) {
  const t = useT();
  const edit = (at: number, change: Partial<CategoryDraft>) => onChange(categories.map((one, index) => (index === at ? { ...one, ...change } : one)));
  return (
    <div className={styles.fields}>
      {categories.length === 0 && <p className={styles.quiet}>{t('running.categoriesNone')}</p>}
      <ol role="list" className={styles.rows}>
        {categories.map((category, at) => (
          <li key={category.key} className={styles.category}>
            <TextField label={t('running.categoryName', { number: at + 1 })} value={category.name} maxLength={60} onChange={(event) => edit(at, { name: event.target.value })} />
            <TextField label={t('running.categoryText')} optional value={category.description} maxLength={300} onChange={(event) => edit(at, { description: event.target.value })} />
            <span className={styles.tools}>
              <IconButton size="s" icon={<Icon name="chevronUp" />} label={t('running.moveUp', { name: category.name })} disabled={at === 0} onClick={() => onChange(moved(categories, at, -1))} />
              <IconButton size="s" icon={<Icon name="chevronDown" />} label={t('running.moveDown', { name: category.name })} disabled={at === categories.length - 1} onClick={() => onChange(moved(categories, at, 1))} />
              <IconButton size="s" icon={<Icon name="trash" />} label={t('running.categoryRemove', { name: category.name })} onClick={() => onChange(categories.filter((one) => one !== category))} />
            </span>
          </li>
        ))}
      </ol>
      <div>
        <Button icon={<Icon name="plus" size={18} />} disabled={categories.length >= MOST_CATEGORIES} onClick={() => onChange([...categories, { key: rowKey(), id: null, name: '', description: '' }])}>{t('running.categoryAdd')}</Button>
      </div>
    </div>
  );
}
