import type { StoreGiven } from '../../../src-main/contract/staff-api.ts';
import { storeCode } from '../../../src-main/domain/claim-number.ts';

/** Which of the store's fields cannot be kept as they are. */
export interface StoreFaults {
  readonly name: boolean;
  readonly code: boolean;
}

/** Returns what is wrong with the store's fields; main checks them again. */
export function storeFaults(store: StoreGiven): StoreFaults {
  return { name: store.name.trim() === '', code: storeCode(store.code) === undefined };
}
