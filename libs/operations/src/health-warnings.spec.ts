import { describe, expect, it } from 'vitest';
import { type Findings, isLate, warningsOf } from './health-warnings.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);

const WELL: Findings = {
  checkedAt: NOW,
  untriedSince: null,
  queue: { waiting: 0, failing: 0, oldestAt: null, handlers: [], failures: [] },
  schedules: [],
  mail: { way: 'SMTP', server: 'mail.example.org:587', from: 'x', waiting: 0, failures: [] },
  storage: { folder: '/data', freeBytes: 50, totalBytes: 100, pictures: 0, pictureBytes: 0, bucket: null },
  database: { version: '18', bytes: 1, connections: 3, mostConnections: 100, migrations: [{ name: 'One', applied: true }] },
  program: { version: '1', node: 'v24', startedAt: NOW, memoryBytes: 1, worksItself: true, processes: [] },
};

const work = (more: object) => ({ handler: 'x', sends: false, known: true, waiting: 1, failing: 0, oldestAt: NOW, ...more });
const schedule = (more: object) => ({ name: 'x', known: true, lastRunAt: NOW, nextRunAt: NOW, late: false, lastError: null, lastErrorAt: null, ...more });
const withWork = (more: object) => ({ queue: { ...WELL.queue, handlers: [work(more)] } });

describe('what the operator is warned of', () => {
  it('is nothing when all is well', () => expect(warningsOf(WELL)).toEqual([]));

  it.each<[string, Partial<Findings>, string[]]>([
    ['a delivery that nobody takes', { untriedSince: ago(61) }, ['NO_WORKER']],
    ['one that has just come', { untriedSince: ago(59) }, []],
    ['a writing handler that fails', withWork({ failing: 1 }), ['DELIVERIES_FAILING']],
    ['a sending handler that fails', withWork({ sends: true, failing: 1 }), ['MAIL_FAILING']],
    ['work for a handler that is gone', withWork({ known: false }), ['HANDLER_GONE']],
    ['a schedule that fails, which is therefore late', { schedules: [schedule({ late: true, lastError: 'no' })] }, ['SCHEDULE_FAILING']],
    ['a schedule nobody runs', { schedules: [schedule({ late: true })] }, ['SCHEDULE_LATE']],
    ['a schedule of another version', { schedules: [schedule({ late: true, known: false, lastError: 'no' })] }, []],
    ['mail that has no way out', { mail: { ...WELL.mail, way: 'NONE' }, ...withWork({ sends: true, failing: 9 }) }, ['MAIL_NOT_SENT']],
    ['a full disk', { storage: { ...WELL.storage, freeBytes: 4 } }, ['DISK_NEARLY_FULL']],
    ['a disk that cannot be measured', { storage: { ...WELL.storage, freeBytes: null, totalBytes: null } }, []],
    ['connections all taken', { database: { ...WELL.database, connections: 91 } }, ['CONNECTIONS_NEARLY_ALL']],
    ['a database behind the program', { database: { ...WELL.database, migrations: [{ name: 'Two', applied: false }] } }, ['MIGRATIONS_PENDING']],
  ])('%s', (_, found, warnings) => expect(warningsOf({ ...WELL, ...found })).toEqual(warnings));

  it('comes the gravest first', () => {
    const found = { ...WELL, untriedSince: ago(600), ...withWork({ failing: 1 }), mail: { ...WELL.mail, way: 'NONE' as const } };
    expect(warningsOf(found)).toEqual(['NO_WORKER', 'DELIVERIES_FAILING', 'MAIL_NOT_SENT']);
  });
});

describe('a schedule', () => {
  it('is late a minute after its hour', () => expect([isLate(ago(60), NOW), isLate(ago(61), NOW)]).toEqual([false, true]));
});
