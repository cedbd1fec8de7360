import type { Answers, Question } from '../protocol.ts';
import type { OpenIndex } from './open.ts';
import { marksFor, orderOf, resultsOf, suggestionsFor } from './results.ts';

/** Answers a question out of an index, wherever that runs. */
export async function replyTo(
  index: OpenIndex,
  question: Question,
): Promise<Answers[keyof Answers]> {
  if (question.kind === 'search') {
    return resultsOf(index, question.state, question.from, question.count);
  }
  if (question.kind === 'order') return orderOf(index, question.state);
  if (question.kind === 'suggest') return suggestionsFor(index, question.typed);
  return marksFor(index, question.query);
}
