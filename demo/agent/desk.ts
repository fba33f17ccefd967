/** The agent desk's page: makes the model, and hands it to the one element that is on it. */
import { HTTP_PATH } from '../../src/protocol/index.js';
import { DeskClient } from './model/desk-client.js';
import { httpFiles } from './model/http-files.js';
import { systemChance, systemClock, tabVault } from './model/ports.js';
import { socketLink } from './model/socket-link.js';
import { soundFacts } from './page/alerts.js';
import { Sounds } from './page/sounds.js';
import { titleBadge } from './page/title.js';
import { wakeWithPage } from './page/wake.js';
import { terms } from './views/terms.js';
import './views/agent-desk.js';

const client = new DeskClient({
  makeLink: socketLink(location.origin),
  clock: systemClock,
  chance: systemChance,
  vault: tabVault(() => sessionStorage),
  files: httpFiles(`${HTTP_PATH}/conversations`, (input, init) => fetch(input, init)),
});

const sounds = new Sounds(() => localStorage);
const desk = document.querySelector('agent-desk');
if (desk) {
  desk.client = client;
  desk.sounds = sounds;
  desk.fetch = (url, init) => fetch(url, init);
}

soundFacts(client, sounds);
titleBadge(client, terms.product);
wakeWithPage(client);
client.start();
