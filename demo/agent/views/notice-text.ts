import type { Fact } from '../model/facts.js';
import { factName } from './names.js';
import { terms } from './terms.js';

/** One sentence for one fact; for messages, see the announcer, which gathers them. */
export function noticeText(fact: Fact): string | undefined {
  const name = factName(fact);
  switch (fact.type) {
    case 'waiting':
      return terms.notice.waiting(name);
    case 'offered':
      return terms.notice.offered(name);
    case 'handed':
      return terms.notice.handed(name);
    case 'ended':
      return fact.by === 'visitor' ? terms.notice.endedByVisitor(name) : terms.notice.ended(name);
    case 'gone':
      return terms.notice.gone(name);
    case 'refused':
      return terms.notice.refused(name, terms.refusal(fact.code));
    case 'failed':
      return terms.failed(fact.action, fact.code, name, fact.by);
    case 'message':
      return undefined;
  }
}
