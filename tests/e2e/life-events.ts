/** What a claim's life leaves in the history. */
export const LIFE_EVENTS = [
  ...['claim-taken', 'understanding-written', 'understanding-answered', 'attempt-proposed', 'attempt-done'],
  ...['plan-made', 'placed', 'promise-given', 'promise-asked', 'promise-granted', 'promise-kept'],
  ...['promise-broken', 'call-noted', 'estimate-given', 'estimate-answered', 'charge-added'],
  ...['research-added', 'goodwill-given', 'loaner-lent', 'loaner-returned', 'known-issue-joined'],
  ...['escalation-drafted', 'escalation-sent', 'escalation-answered', 'incident-written', 'line-drawn'],
  ...['handed-over', 'statement-added', 'praise-given', 'claim-closed', 'slip-queued'],
];
