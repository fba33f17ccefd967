// The hosted script is not there any more: the chat server of this demo takes its place.
import { installOmnichannel } from '/cdn/omnichannel/omnichannel.js';

installOmnichannel({ channel: 'members' });
