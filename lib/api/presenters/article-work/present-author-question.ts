import type { z } from "zod";
import type { AuthorQuestion } from "@/lib/manuscripts/author-questions";
import type { authorQuestionSchema } from "../../schemas/article-work/manuscript";

export function presentAuthorQuestion(
  question: AuthorQuestion & { claimId: string },
): z.output<typeof authorQuestionSchema> {
  const { outcomeId, claimId, number: claimNumber, passage, start, end, answers } = question;
  const asked = {
    outcomeId,
    claimId,
    claimNumber,
    passage,
    start,
    end,
    answers: answers.map(({ decision, text, by, at }) => ({ decision, text, by, at })),
  };
  return question.kind === "query"
    ? { ...asked, kind: "query", question: question.question }
    : { ...asked, kind: "change", wording: question.wording };
}
