import type { Messages } from '../../resources/messages/catalogue.ts';
import type { CallError } from '../../src-main/contract/api.ts';
import { PRINT_STATES } from '../../src-main/domain/print-state.ts';
import type { pinFault } from '../../src-main/domain/staff.ts';

type PinFault = NonNullable<ReturnType<typeof pinFault>>;

/** Returns what to say to staff when a call was refused. */
export function errorWords(messages: Messages, { code, detail }: CallError): string {
  const { errors, pin } = messages.office;
  if (code === 'wrong-state') {
    const state = PRINT_STATES.find((each) => each === detail);
    return state ? errors.wrongState(messages.staff.states[state]) : errors.wentOn;
  }
  if (code === 'bad-pin' && detail in pin.fault) return pin.fault[detail as PinFault];
  return errors[code];
}
