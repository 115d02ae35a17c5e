import { describe, expect, it } from 'vitest';
import { DECISION_ACTIONS } from '../moderation.enums.js';
import { DSA_COLUMNS, dsaStatement, type StatementRow } from './dsa-statement.js';

const RULES = 'https://fanfare.example/c/brand/guidelines';

const removed: StatementRow = {
  id: '01890000-0000-7000-8000-000000000001', communityId: '01890000-0000-7000-8000-000000000002', subjectKind: 'COMMENT', action: 'REMOVE',
  mutedRight: null, scope: 'TEXT', ground: 'RULE', rule: 3, ruleTitle: 'Respect people', ruleText: 'No insults.', law: null, category: 'HARASSMENT',
  language: 'fr', source: 'REPORT', automatedDetection: false, automatedDecision: false, contentAt: new Date('2026-03-01T23:59:00Z'),
  startsAt: new Date('2026-03-02T10:00:00Z'), endsAt: null, decidedAt: new Date('2026-03-02T10:00:00Z'),
};
const about = (change: Partial<StatementRow>) => dsaStatement({ ...removed, ...change }, RULES);

describe('a statement for the Commission', () => {
  it('says which rule, by its number and place, and no word of the text', () => {
    expect(about({})).toMatchObject({
      puid: removed.id,
      decision_visibility: 'DECISION_VISIBILITY_CONTENT_REMOVED',
      decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
      decision_ground_reference_url: `${RULES}#rule-3`,
      incompatible_content_ground: 'Rule 3: Respect people',
      incompatible_content_explanation: 'No insults.',
      category: 'STATEMENT_CATEGORY_CYBER_VIOLENCE',
      content_type: 'CONTENT_TYPE_TEXT',
      content_language: 'FR',
      content_date: '2026-03-01',
      application_date: '2026-03-02',
      source_type: 'SOURCE_TYPE_OTHER_NOTIFICATION',
      automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
      illegal_content_legal_ground: '',
    });
  });

  it('names the law for what is illegal, and then no rule', () => {
    const statement = about({ ground: 'LAW', rule: null, ruleTitle: null, ruleText: null, law: 'Art. 226-1 Code pénal', source: 'NOTICE' });
    expect(statement).toMatchObject({
      decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
      illegal_content_legal_ground: 'Art. 226-1 Code pénal',
      incompatible_content_ground: '',
      decision_ground_reference_url: '',
      source_type: 'SOURCE_ARTICLE_16',
    });
  });

  it('tells what is taken from a text, from what a member may do, and from membership', () => {
    const endsAt = new Date('2026-04-01T00:00:00Z');
    expect(about({ action: 'HIDE', endsAt })).toMatchObject({ decision_visibility: 'DECISION_VISIBILITY_CONTENT_DISABLED', end_date_visibility_restriction: '2026-04-01' });
    expect(about({ action: 'MUTE', mutedRight: 'VOTING', scope: 'MEMBER', endsAt })).toMatchObject({
      decision_visibility: '', decision_provision: 'DECISION_PROVISION_PARTIAL_SUSPENSION', end_date_service_restriction: '2026-04-01', decision_account: '',
    });
    expect(about({ action: 'SUSPEND', scope: 'MEMBER', endsAt })).toMatchObject({ decision_account: 'DECISION_ACCOUNT_SUSPENDED', end_date_account_restriction: '2026-04-01', decision_provision: '' });
    expect(about({ action: 'BAN', scope: 'MEMBER' })).toMatchObject({ decision_account: 'DECISION_ACCOUNT_TERMINATED', end_date_account_restriction: '' });
  });

  it('says something restricts for every action but keeping', () => {
    for (const action of DECISION_ACTIONS.filter((word) => word !== 'KEEP')) {
      const scope = ['WARN', 'MUTE', 'SUSPEND', 'BAN'].includes(action) ? 'MEMBER' : 'TEXT';
      const { decision_visibility, decision_provision, decision_account } = about({ action, scope });
      expect([decision_visibility, decision_provision, decision_account].filter(Boolean), action).toHaveLength(1);
    }
  });

  it('has every column of the form', () => {
    expect(Object.keys(about({})).toSorted()).toEqual([...DSA_COLUMNS].toSorted());
  });
});
