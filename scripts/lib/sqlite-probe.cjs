/**
 * Uses better-sqlite3 the way that shows a bad build: objects of every kind are made, dropped and collected.
 * An addon with wrong finalizers works until the first garbage collection and then takes the process down.
 * Run by sqlite-addon.mjs: `<runtime> sqlite-probe.cjs <folder of better-sqlite3>`.
 */
const Database = require(process.argv[2]);
require('node:v8').setFlagsFromString('--expose-gc');
const collectGarbage = require('node:vm').runInNewContext('gc');

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

async function main() {
  for (let round = 0; round < 20; round += 1) {
    const database = new Database(':memory:');
    database.exec('CREATE TABLE words (id INTEGER PRIMARY KEY, text TEXT) STRICT');
    const insert = database.prepare('INSERT INTO words (text) VALUES (?)');
    for (let index = 0; index < 100; index += 1) insert.run(`word ${index}`);
    database.function('shout', (text) => text.toUpperCase());
    for (let index = 0; index < 20; index += 1) {
      const rows = database.prepare('SELECT shout(text) FROM words').iterate();
      rows.next();
      rows.return();
    }
    collectGarbage();
    await nextTurn();
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
