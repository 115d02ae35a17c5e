import type { AuditLogQuery } from '~/graphql/generated/documents';
import type { MessageKey, Translator } from '~/i18n/translator';

export type AuditNode = NonNullable<NonNullable<AuditLogQuery['community']>['auditLog']>['nodes'][number];

/** The word of a kind of act; the kind itself where we have none. */
export function kindText(t: Translator, kind: string): string {
  return known(t, `running.kind.${kind}`) ?? kind;
}

/** The key of the sentence that tells an act, or the one for acts this page has no words for. */
export function actKey(t: Translator, kind: string): MessageKey {
  const key = `running.act.${kind}` as MessageKey;
  return known(t, key) ? key : 'running.actOther';
}

/** What the sentence can say beyond names: roles, statuses and settings in words. */
export function actFacts(t: Translator, { kind, facts, invitation }: AuditNode): Record<string, string> {
  const fact = (name: string) => facts.find((one) => one.name === name)?.value ?? '';
  return {
    kind: kindText(t, kind),
    role: known(t, `domain.role.${fact('role')}`) ?? fact('role'),
    status: known(t, `domain.status.${fact('to') || fact('status')}`) ?? '',
    fields: listOf(t, fact('fields').split(', ').filter(Boolean).map((name) => known(t, `running.field.${name}`) ?? name)),
    version: fact('version'),
    count: fact('count'),
    email: invitation?.email ?? t('running.actSomebody'),
  };
}

function listOf(t: Translator, words: string[]): string {
  return new Intl.ListFormat(t.locale, { type: 'conjunction' }).format(words);
}

function known(t: Translator, key: string): string | null {
  const text = t(key as MessageKey, NOTHING);
  return text === key ? null : text;
}

/** Every value a sentence may ask for, so that looking whether it exists never fails. */
const NOTHING = { kind: '', role: '', status: '', fields: '', version: '', count: '', email: '', actor: '', member: '', idea: '', circle: '', call: '' };
