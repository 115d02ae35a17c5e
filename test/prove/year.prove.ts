import { describe, expect, it } from 'vitest';
import { simulate } from './year/simulation.js';

/** For trials: `YEAR_IDEAS=1000 YEAR_DAYS=60 npm run prove -- year`. */
const IDEAS = Number(process.env['YEAR_IDEAS'] ?? 10_000);
const DAYS = Number(process.env['YEAR_DAYS'] ?? 365);
/** Of each kind so many at least, or the proof shows nothing; in trials fewer. */
const ENOUGH = { rungs: 50, expired: 50, completed: 20, open: 20, digests: 100, notices: 10 } as const;

describe(`a community of ${IDEAS.toLocaleString('en')} imported ideas, worked for ${DAYS} simulated days while its workers are killed with -9`, () => {
  it('ends with every rung and every expiry there should be, told once each, and every matter in one digest or notice', async () => {
    const { wrong, counts, kills, interrupted } = await simulate({ ideas: IDEAS, days: DAYS });
    expect(wrong).toEqual([]);
    expect(kills, 'hardly anybody was killed: the proof shows nothing').toBeGreaterThan(Math.min(10, DAYS / 40));
    expect(interrupted, 'no kill was felt: the proof shows nothing').toBeGreaterThan(Math.min(5, DAYS / 20));
    for (const [kind, least] of Object.entries(ENOUGH)) expect(counts[kind], `hardly any ${kind}: the proof shows nothing`).toBeGreaterThan(Math.min(least, IDEAS / 200));
  });
});

describe('the same proof fails', () => {
  it('when workers take no locks: they expire the same idea twice', async () => {
    const { wrong } = await simulate({ ideas: 600, days: 20, mode: 'careless' });
    expect(wrong.join('\n')).toMatch(/moves by the system (written|told of) twice/);
  });

  it('when nobody looks at the deadlines: expiries are missed', async () => {
    const { wrong } = await simulate({ ideas: 200, days: 20, sabotage: `UPDATE schedules SET next_run_at = 'infinity' WHERE name LIKE 'ladder.%'` });
    expect(wrong.join('\n')).toMatch(/stand elsewhere than their votes and deadlines say/);
  });

  it('when the ladder is not told of votes, nor looks by itself: rungs are missed', async () => {
    const deaf = `
      CREATE FUNCTION be_deaf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
      CREATE TRIGGER deaf BEFORE INSERT ON deliveries FOR EACH ROW WHEN (NEW.handler = 'ladder.climb') EXECUTE FUNCTION be_deaf();
      UPDATE schedules SET next_run_at = 'infinity' WHERE name LIKE 'ladder.%'`;
    const { wrong } = await simulate({ ideas: 300, days: 20, sabotage: deaf });
    expect(wrong.join('\n')).toMatch(/stand on another rung than their votes say/);
  });

  it('when a mail forgets that it was sent: matters come in two mails; when a digest loses one: it never comes', async () => {
    const forget = `
      CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF random() < 0.3 THEN UPDATE notifications SET mail_due_at = NEW.ended_at, mailing_id = NULL WHERE mailing_id = NEW.id; END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER mailings_forget AFTER UPDATE OF outcome ON mailings FOR EACH ROW WHEN (OLD.outcome IS NULL AND NEW.outcome = 'SENT') EXECUTE FUNCTION forget();
      CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF random() < 0.1 THEN NEW.mail_due_at := NULL; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER notifications_lose BEFORE INSERT ON notifications FOR EACH ROW EXECUTE FUNCTION lose()`;
    const { wrong } = await simulate({ ideas: 400, days: 20, sabotage: forget });
    expect(wrong.join('\n')).toMatch(/matters came in two mails/);
    expect(wrong.join('\n')).toMatch(/matters never came by mail/);
  });
});
