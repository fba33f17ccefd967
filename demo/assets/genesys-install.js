// The configured back end is not there any more: the chat server of this demo takes its place.
import { installGenesys } from '/cdn/genesys/genesys.js';

installGenesys({ transport: 'socket-io' });
