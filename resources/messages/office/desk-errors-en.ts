/** What is said when main refused something about a claim, in English. */
export const deskErrorsEn = {
  'claim-closed': 'This claim is closed, so nothing was changed. It can be opened again.',
  'claim-open':
    'Something is still owed on this claim, so nothing was erased. Close it with the customer first.',
  erased: 'The words of this claim were erased, and nothing is written on it any more. Nothing was changed.',
  printing: 'A slip of this claim is being printed this moment, so nothing was erased. Please try again.',
  'newer-version':
    'A colleague kept a newer version of this letter meanwhile, so nothing was changed. It is on the screen now; please look at it first.',
  overdue: 'This promise has passed its time, so nothing was changed. Make it good first.',
  'not-overdue': 'This promise was dealt with meanwhile, or its time has not come. Nothing was changed.',
  'open-promises':
    'Something is still promised, so nothing was changed. Keep it, or agree on something else with the customer.',
  'needs-next-update':
    'Every open claim has a next update. Nothing was changed; agree on another time for it.',
  'needs-reason': 'This has failed before, so it was not proposed. To propose it again, write why.',
  'nothing-done': 'Nothing was changed yet. Say what went wrong, promise a new date, or plan a call.',
  'above-estimate':
    'With this it would cost more than the customer said yes to, so it was not added. Give a new estimate and ask them first.',
  'above-limit':
    'This is more than you may give alone, so nothing was given. A supervisor can say yes here, with their own PIN.',
  'needs-warning':
    'Nothing was decided: a line needs a warning first, and none was written since the last one.',
  'outside-hours':
    'That time is past, or nobody is here then. Nothing was changed; please choose another time.',
  'not-said-then':
    'The claim was not taken yet then, or that time lies ahead. Nothing was changed; please say when it was said.',
};
