/** One step of the schema. Numbered in tens, one a file, never edited after release. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}
