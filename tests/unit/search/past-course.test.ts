import { expect, test } from 'vitest';
import { createPastCourseReader } from '../../../src-main/search/past-course.ts';
import { deskShop, THEN } from '../store/desk/support.ts';
import { value, workshop } from '../store/support.ts';

test('a past claim tells what helped, then what did not, and how it ended', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const courseOf = createPastCourseReader(desk.db);
  const claimId = desk.take({
    attempts: [
      { description: 'A prayer', outcome: 'not-said' },
      { description: 'Switched it off and on', outcome: 'no' },
      { description: 'Descaled it', outcome: 'a-little' },
    ],
  });
  const change = desk.change(claimId);
  for (const description of ['A new gasket', 'A look at the pump']) {
    value(desk.listening.propose(change, { description, serial: '', reason: null }));
  }
  const [gasket] = desk.see(claimId).staffAttempts;
  value(desk.listening.finish(change, gasket?.id ?? '', 'yes'));
  expect(courseOf(claimId)).toEqual({
    status: 'new',
    ending: null,
    tried: [
      { description: 'A new gasket', outcome: 'yes', byCustomer: false },
      { description: 'Descaled it', outcome: 'a-little', byCustomer: true },
      { description: 'Switched it off and on', outcome: 'no', byCustomer: true },
      { description: 'A prayer', outcome: 'not-said', byCustomer: true },
    ],
  });
  value(desk.life.close(change, { kind: 'no-agreement', reason: 'They want a new one.', at: THEN }, null));
  expect(courseOf(claimId)).toMatchObject({ status: 'closed', ending: 'no-agreement' });
});
