import { z } from "zod";
import { MESSAGE_KINDS, MESSAGE_STATES } from "@/lib/messages/message";
import { id, instant, person, textInput } from "./common";

const listed = {
  id,
  kind: z.enum(MESSAGE_KINDS).meta({ description: "What the reader wants." }),
  state: z.enum(MESSAGE_STATES),
  text: z.string().nullable().meta({ description: "Null once it was erased." }),
  name: z.string().nullable(),
  article: z.object({ id, title: z.string() }).nullable(),
  claim: z
    .object({ id, number: z.int() })
    .nullable()
    .meta({ description: "The published claim it is about." }),
  assignee: person.nullable(),
  receivedAt: instant,
};

export const listedMessageSchema = z.object(listed).meta({ id: "ListedMessage" });

export const messageSchema = z
  .object({
    ...listed,
    email: z
      .string()
      .nullable()
      .meta({ description: "Null if the reader gave none, and for people who can't answer readers." }),
    url: z.string().nullable().meta({ description: "Of a source, or of what should be checked." }),
    quote: z.string().nullable().meta({ description: "The words of the article that it is about." }),
    note: z.string().nullable().meta({ description: "For the newsroom." }),
    revision: z.int(),
    answers: z.array(
      z.object({
        id,
        givenBy: person,
        at: instant,
        text: z.string().nullable().meta({ description: "Null if it was given elsewhere, or was erased." }),
        isMailed: z.boolean(),
      }),
    ),
    erasedAt: instant.nullable(),
  })
  .meta({ id: "Message", description: "A message of a reader." });

export const updateMessageSchema = z
  .union([
    z.strictObject({
      state: z
        .enum(MESSAGE_STATES)
        .exclude(["new"])
        .meta({ description: "answered: the reader was answered elsewhere." }),
    }),
    z.strictObject({
      answer: z
        .string()
        .min(1)
        .meta({ description: "Is sent to the reader by mail. The message is answered then." }),
    }),
    z.strictObject({
      assignee: z.uuid().nullable().optional().meta({ description: "Who deals with it; null for no one." }),
      note: textInput.meta({ description: "For the newsroom." }),
    }),
  ])
  .meta({
    id: "UpdateMessage",
    description: "A state, an answer, or who deals with it and a note: one at a time.",
  });
