import { writeSync } from 'node:fs';
import { startNightlyBackup } from '#local/server/nightly-backup.ts';

// What is traced: the backup of a night.
const [dir = '', out = '', day = ''] = process.argv.slice(2);
const now = () => new Date(`${day}T01:30:00`);
const nightly = await startNightlyBackup({
  ...{ dir, out, at: '01:30', now },
  onDone: (said) => void writeSync(1, `${said}\n`),
});
await nightly.run();
await nightly.stop();
