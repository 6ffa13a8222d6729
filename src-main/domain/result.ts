/** An expected outcome: a value, or an error that the caller must look at. Plain objects, so they cross the bridge. */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** Returns a success that carries `value`. */
export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

/** Returns an expected failure that carries `error`. */
export function err<E>(error: E): Result<never, E> {
  return { ok: false, error };
}

/** Returns never; a call that compiles proves that a switch handled every case. */
export function unreachable(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
