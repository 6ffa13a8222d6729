declare const brand: unique symbol;

/** A `Base` that only the function which checked it can make. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };

/** Identifies a claim inside the database (UUIDv7). */
export type ClaimId = Brand<string, 'ClaimId'>;
/** Identifies one submission; the same id twice makes one claim (UUID made by the renderer). */
export type RequestId = Brand<string, 'RequestId'>;
/** Identifies a print job (UUIDv7). */
export type PrintJobId = Brand<string, 'PrintJobId'>;
/** A point in time: milliseconds since 1970-01-01T00:00Z. */
export type Instant = Brand<number, 'Instant'>;
/** An IANA zone name such as `Europe/Helsinki`. */
export type Zone = Brand<string, 'Zone'>;
