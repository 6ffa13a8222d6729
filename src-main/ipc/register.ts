import { ipcMain, type IpcMainInvokeEvent, type WebFrameMain } from 'electron';
import type { Answer, CallError, Calls } from '../contract/api.ts';
import { CHANNELS, type Channel } from '../contract/channels.ts';
import { err } from '../domain/result.ts';

/** What answers each call; inputs have passed their schema. */
export type Handlers = {
  readonly [C in Channel]: (input: Calls[C]['input']) => Promise<Answer<C>> | Answer<C>;
};

/**
 * Answers every channel of the contract, once and for all: first who asks (only the kiosk window's own page), then
 * whether the call is well formed, then the handler. A refusal is a typed error and a line in the log; a bug in a
 * handler rejects the call, and the window shows its calm error screen.
 */
export function registerHandlers(parts: {
  readonly isKiosk: (frame: WebFrameMain | null) => boolean;
  readonly handlers: Promise<Handlers>;
  readonly onRefused: (channel: Channel, error: CallError) => void;
  readonly onBug: (channel: Channel, error: unknown) => void;
}): void {
  const refuse = (channel: Channel, error: CallError) => {
    parts.onRefused(channel, error);
    return err(error);
  };
  async function answer<C extends Channel>(channel: C, input: unknown): Promise<Answer<C>> {
    // zod takes longer to load than a window to show, so it loads beside it.
    const [handlers, { INPUT_SCHEMAS }] = await Promise.all([
      parts.handlers,
      import('../contract/schemas.ts'),
    ]);
    const parsed = INPUT_SCHEMAS[channel].safeParse(input);
    if (!parsed.success) {
      const detail = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join('; ');
      return refuse(channel, { code: 'invalid-input', detail });
    }
    return handlers[channel](parsed.data);
  }
  for (const channel of CHANNELS) {
    ipcMain.handle(channel, async (event: IpcMainInvokeEvent, input: unknown) => {
      // At once: after an await the frame may be another one.
      if (!parts.isKiosk(event.senderFrame))
        return refuse(channel, { code: 'forbidden', detail: 'not the kiosk' });
      try {
        return await answer(channel, input);
      } catch (error) {
        parts.onBug(channel, error);
        // Nothing of the error crosses the bridge: it could quote the customer.
        // eslint-disable-next-line preserve-caught-error -- a cause would cross with it
        throw new Error('the call failed, see the log');
      }
    });
  }
}
