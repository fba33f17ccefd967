/** The program of `npm start`, with a bot that answers first. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const file = path.join(process.env['DATA_DIR'] ?? '', 'bot.json');
const bot = {
  name: 'Kiln',
  greeting: ['I am Kiln, a program. What is it about?'],
  rules: [
    { when: ['hours'], say: 'We are open from nine to six.' },
    { when: ['person'], say: 'I am getting you somebody.', handOver: true },
  ],
  fallback: 'I did not understand that.',
  patience: 5,
};
writeFileSync(file, JSON.stringify(bot));
process.env['BOT_FILE'] = file;
await import('../../../demo/server/start.js');
