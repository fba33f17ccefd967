/**
 * Seeds that have found a fault once, by level, each with what it found. They are played with every slice.
 *
 * A change of what a schedule draws makes its seeds mean something else. A fault therefore also has a test of its own.
 */
export const REGRESSIONS: Readonly<Record<'L0' | 'L1' | 'L2' | 'L3', readonly number[]>> = {
  // 144: stored while another tab cleared up after the end. 1196, 1606: adopted while the line was being closed. 3631: kept in
  // memory in one conversation, while another said that all was stored.
  // 831, 7185, 12025, 19608, 34158, 59598, 76260, 91667: the record was cleared away by another tab, or never stored, and the next
  // page gave back what had been sent. 53427: a line that was not needed any more was still said to be in trouble.
  L0: [144, 831, 1196, 1606, 3631, 7185, 12025, 19608, 22197, 34158, 53427, 59598, 76260, 85062, 91667],
  // 9309: a start that was repeated after the server's clock had jumped by two days began a second conversation. 1505, 9145: sent
  // before the record was stored. 60198, 60818: the mark that a draft is being sent was written over. 65783: what was said
  // since had pushed the sent text out of the first page. 4094: a text that
  // was held in memory was overtaken by a stored one when the page died. 106439, 108552: the store could not be read for a moment,
  // and the page's own texts overtook those of the page before it. 12486: sent while the way back could not be stored, and given
  // back by the next page. 41389, 49556, 53656, 71690, 88515: that a text was stored hid that the one after it could not be. 38469: what
  // had been sent from the composer of a conversation that was over stood in that of the next one.
  L1: [
    ...[1505, 9145, 9309, 60198, 60818, 65783, 4094, 106439, 108552, 12486, 41389, 49556, 53656, 71690, 88515, 38469],
  ],
  L2: [],
  L3: [],
};
