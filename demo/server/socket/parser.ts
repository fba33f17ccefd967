/** How frames are read: no frame of the protocol has binary parts, so none is waited for. */
import * as parser from 'socket.io-parser';

/**
 * A frame that announces binary parts ends its connection at once. Socket.IO keeps the parts of an unfinished one, each as
 * large as a frame may be, outside all limits: a few hundred connections would fill the memory.
 */
class TextDecoder extends parser.Decoder {
  constructor() {
    super({ maxAttachments: 0 });
  }
}

/** See the module. For the option `parser` of a Socket.IO server. */
export const textParser = { ...parser, Decoder: TextDecoder };
