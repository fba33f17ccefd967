/** Long-polling, loaded only where WebSocket does not get through. (In a browser `NodeXHR` is the browser's own.) */
export { NodeXHR as Polling } from 'engine.io-client';
