// `npm run audit:verify` reads the whole history and every claim; it names the first thing that is not as it was.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { connect } from '../../src-main/store/sqlite.ts';
import { verifyDatabase } from '../../src-main/store/verify-database.ts';
import { dataFolder } from './data-folder.ts';

const file = resolve(process.argv[2] ?? join(dataFolder(), 'claims.db'));
if (existsSync(file)) {
  const db = connect(file, { readonly: true, busyMs: 10_000 });
  const verified = verifyDatabase(db);
  db.close();
  if (verified.ok) {
    const { auditSeq, auditHash, claims } = verified.value;
    console.log(`${auditSeq} rows of history and ${claims} claims are as they were written.`);
    console.log(`Head of the chain: ${auditSeq} ${auditHash}`);
  } else {
    console.error(`NOT as it was written: ${verified.error}`);
    process.exitCode = 1;
  }
} else {
  console.error(`There is no database at ${file}.`);
  process.exitCode = 1;
}
