import { ipcMain, type IpcMainInvokeEvent, type WebFrameMain } from 'electron';
import type { Answer, CallError, Calls } from '../contract/api.ts';
import { ACCESS } from '../contract/access.ts';
import {
  OPEN_CHANNELS,
  STAFF_CHANNELS,
  type Channel,
  type OpenChannel,
  type StaffChannel,
} from '../contract/channels.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Restricted, StaffMember } from '../domain/staff.ts';

/** What answers the calls that anybody can make; inputs have passed their schema. */
export type OpenHandlers = {
  readonly [C in OpenChannel]: (input: Calls[C]['input']) => Promise<Answer<C>> | Answer<C>;
};

/** What answers the calls of staff; `by` is signed in and may do it. */
export type StaffHandlers = {
  readonly [C in StaffChannel]: (input: Calls[C]['input'], by: StaffMember) => Promise<Answer<C>> | Answer<C>;
};

/** What stands behind the bridge. */
export interface Handlers {
  readonly open: OpenHandlers;
  /** Null where there is no database to work with. */
  readonly staff: StaffHandlers | null;
  /** Returns who is signed in, where they may do it (null: being signed in is enough). */
  readonly allow: (what: Restricted | null) => Result<StaffMember, CallError>;
}

/**
 * Answers every channel of the contract, once and for all: first who asks (only the kiosk window's own page), then
 * whether the call is well formed, then whether whoever is signed in may make it, then the handler. A refusal is a
 * typed error and a line in the log; a bug in a handler rejects the call, and the window shows its calm error screen.
 */
export function registerHandlers(parts: {
  readonly isKiosk: (frame: WebFrameMain | null) => boolean;
  readonly handlers: Promise<Handlers>;
  readonly onRefused: (channel: Channel, error: CallError) => void;
  readonly onBug: (channel: Channel, error: unknown) => void;
}): void {
  async function checked<C extends Channel>(
    channel: C,
    input: unknown,
  ): Promise<Result<{ readonly handlers: Handlers; readonly input: Calls[C]['input'] }, CallError>> {
    // zod takes longer to load than a window to show, so it loads beside it.
    const [handlers, { INPUT_SCHEMAS }] = await Promise.all([
      parts.handlers,
      import('../contract/schemas.ts'),
    ]);
    const parsed = INPUT_SCHEMAS[channel].safeParse(input);
    if (parsed.success) return ok({ handlers, input: parsed.data });
    const detail = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join('; ');
    return err({ code: 'invalid-input', detail });
  }

  function listen<C extends Channel>(channel: C, answer: (input: unknown) => Promise<Answer<C>>): void {
    const refused = (error: CallError): Result<never, CallError> => {
      parts.onRefused(channel, error);
      return err(error);
    };
    ipcMain.handle(channel, async (event: IpcMainInvokeEvent, input: unknown) => {
      // At once: after an await the frame may be another one.
      if (!parts.isKiosk(event.senderFrame)) return refused({ code: 'forbidden', detail: 'not the kiosk' });
      try {
        const answered = await answer(input);
        return !answered.ok && REFUSALS.has(answered.error.code) ? refused(answered.error) : answered;
      } catch (error) {
        parts.onBug(channel, error);
        // Nothing of the error crosses the bridge: it could quote the customer.
        // eslint-disable-next-line preserve-caught-error -- a cause would cross with it
        throw new Error('the call failed, see the log');
      }
    });
  }

  function listenOpen<C extends OpenChannel>(channel: C): void {
    listen(channel, async (input) => {
      const call = await checked(channel, input);
      return call.ok ? call.value.handlers.open[channel](call.value.input) : call;
    });
  }

  function listenStaff<C extends StaffChannel>(channel: C): void {
    listen(channel, async (input) => {
      const call = await checked(channel, input);
      if (!call.ok) return call;
      const { staff, allow } = call.value.handlers;
      const by = allow(ACCESS[channel]);
      if (!by.ok) return by;
      if (!staff) throw new Error('somebody is signed in, and there is no database');
      return staff[channel](call.value.input, by.value);
    });
  }

  OPEN_CHANNELS.forEach(listenOpen);
  STAFF_CHANNELS.forEach(listenStaff);
}

/** Errors that no honest window brings about: they go to the log. */
const REFUSALS: ReadonlySet<CallError['code']> = new Set(['invalid-input', 'forbidden', 'not-allowed']);
