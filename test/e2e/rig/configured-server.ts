/** The program of `npm start`, with the configuration that a test has written into its data folder, read at each start. */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const file = path.join(process.env['DATA_DIR'] ?? '', 'config.json');
if (!existsSync(file)) writeFileSync(file, '{}');
process.env['CONFIG_FILE'] = file;
await import('../../../demo/server/start.js');
