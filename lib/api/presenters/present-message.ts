import type { z } from "zod";
import type { ListedMessage, ReaderMessage } from "@/lib/messages/message";
import type { listedMessageSchema, messageSchema } from "../schemas/message";

export function presentListedMessage(message: ListedMessage): z.output<typeof listedMessageSchema> {
  const { id, kind, state, text, name, article, claim, assignee, receivedAt } = message;
  return {
    id,
    kind,
    state,
    text,
    name,
    article: article && { id: article.id, title: article.title },
    claim: claim && { id: claim.id, number: claim.number },
    assignee: assignee && { id: assignee.id, name: assignee.name },
    receivedAt,
  };
}

export function presentMessage(message: ReaderMessage): z.output<typeof messageSchema> {
  const { email, url, quote, note, revision, answers, erasedAt } = message;
  return {
    ...presentListedMessage(message),
    email,
    url,
    quote,
    note,
    revision,
    answers: answers.map(({ id, givenBy, at, text, isMailed }) => ({
      id,
      givenBy: { id: givenBy.id, name: givenBy.name },
      at,
      text,
      isMailed,
    })),
    erasedAt,
  };
}
