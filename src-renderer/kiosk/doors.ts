import type { RequestId } from '../../src-main/domain/brand.ts';
import {
  newCheck,
  newPraise,
  READY,
  type Asking,
  type CheckFlow,
  type DoorFlow,
  type MoreFlow,
  type PraiseFlow,
} from './doors-state.ts';
import type { FlowEvent } from './flow-event.ts';

/** Returns what an event makes of a door's screen; null leads back to the welcome screen. */
export function reduceDoor(flow: DoorFlow, event: FlowEvent): DoorFlow | null {
  switch (flow.screen) {
    case 'check':
      return reduceCheck(flow, event);
    case 'status':
      if (event.type === 'more' && flow.look.claim.status !== 'closed') {
        return { screen: 'more', look: flow.look, requestId: event.requestId, text: '', asking: READY };
      }
      return event.type === 'praise' ? newPraise(event.requestId, flow.look) : flow;
    case 'more':
      return reduceMore(flow, event);
    case 'praise':
      return reducePraise(flow, event);
    case 'praised':
      return flow;
  }
}

/** Returns the door that an event opens from the welcome screen, or null. */
export function openDoor(event: FlowEvent): DoorFlow | null {
  if (event.type === 'check') return newCheck();
  return event.type === 'praise' ? newPraise(event.requestId, null) : null;
}

function reduceCheck(flow: CheckFlow, event: FlowEvent): DoorFlow | null {
  switch (event.type) {
    case 'back':
      return null;
    case 'edit-pair': {
      if (flow.asking.kind === 'asking') return flow;
      const { number = flow.number, secret = flow.secret } = event;
      // A wait goes on whatever is typed.
      return {
        ...flow,
        number,
        secret,
        strange: false,
        asking: isWaiting(flow.asking) ? flow.asking : READY,
      };
    }
    case 'strange-code':
      return flow.asking.kind === 'asking' ? flow : { ...newCheck(), strange: true, asking: flow.asking };
    case 'look':
      if (flow.number.trim() === '' || flow.secret.trim() === '') return flow;
      return { ...flow, strange: false, asking: asked(flow.asking, event.askId) };
    case 'looked':
      return isAnswer(flow.asking, event.askId) ? { screen: 'status', look: event.look, added: false } : flow;
    default:
      return settled(flow, event);
  }
}

function reduceMore(flow: MoreFlow, event: FlowEvent): DoorFlow {
  switch (event.type) {
    case 'back':
      return flow.asking.kind === 'asking' ? flow : { screen: 'status', look: flow.look, added: false };
    case 'edit-more':
      return flow.asking.kind === 'asking' ? flow : { ...flow, text: event.text };
    case 'add':
      return flow.text === '' ? flow : { ...flow, asking: asked(flow.asking, event.askId) };
    case 'added':
      return isAnswer(flow.asking, event.askId) ? { screen: 'status', look: event.look, added: true } : flow;
    default:
      return settled(flow, event);
  }
}

function reducePraise(flow: PraiseFlow, event: FlowEvent): DoorFlow | null {
  const isAsking = flow.asking.kind === 'asking';
  switch (event.type) {
    case 'back':
      if (isAsking) return flow;
      return flow.look ? { screen: 'status', look: flow.look, added: false } : null;
    case 'people':
      return event.requestId === flow.requestId ? { ...flow, people: event.people } : flow;
    case 'thank':
      return isAsking ? flow : { ...flow, to: event.to };
    case 'edit-thanks':
      return isAsking ? flow : { ...flow, words: event.words };
    case 'give':
      return flow.to === null ? flow : { ...flow, asking: asked(flow.asking, event.askId) };
    case 'given':
      return isAnswer(flow.asking, event.askId) ? { screen: 'praised', name: nameOf(flow) } : flow;
    default:
      return settled(flow, event);
  }
}

function nameOf({ to, people }: PraiseFlow): string {
  return (to?.kind === 'person' && people?.find(({ id }) => id === to.id)?.name) || '';
}

function isAnswer(asking: Asking, askId: RequestId): boolean {
  return asking.kind === 'asking' && asking.askId === askId;
}

function isWaiting(asking: Asking): boolean {
  return asking.kind === 'refused' && asking.waitMs > 0;
}

/** One question at a time, and none before a wait is over. */
function asked(asking: Asking, askId: RequestId): Asking {
  return asking.kind === 'asking' || isWaiting(asking) ? asking : { kind: 'asking', askId };
}

function settled<F extends { readonly asking: Asking }>(flow: F, event: FlowEvent): F {
  const { asking } = flow;
  if (event.type === 'refused' && isAnswer(asking, event.askId)) {
    return { ...flow, asking: { kind: 'refused', code: event.code, waitMs: event.waitMs } };
  }
  return event.type === 'waited' && isWaiting(asking) ? { ...flow, asking: READY } : flow;
}
