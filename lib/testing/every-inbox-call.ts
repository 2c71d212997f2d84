import type { Actor } from "@/lib/policies/actor";
import { answerMessage, eraseMessage, markAnswered } from "@/lib/workflows/messages/answer-message";
import { handleMessage, setMessageState } from "@/lib/workflows/messages/change-message";
import {
  countNewMessages,
  getMessage,
  listMessagePage,
  listMessages,
  readMessage,
} from "@/lib/workflows/messages/list-messages";
import { addSourceOfMessage, markClaimOfMessage } from "@/lib/workflows/messages/use-message";
import { listTextsOfPage, savePage } from "@/lib/workflows/site-pages/edit-page";

const message = { id: crypto.randomUUID() };
const page = { page: "about", language: "en" } as const;

/** The part of `everyCall` about messages of readers, and the pages about the newsroom. */
export const everyInboxCall: Record<string, ((actor: Actor) => Promise<unknown>) | string> = {
  addSourceOfMessage: (actor) => addSourceOfMessage(actor, message),
  answerMessage: (actor) => answerMessage(actor, { ...message, text: "Thank you." }),
  countNewMessages: (actor) => countNewMessages(actor),
  eraseMessage: (actor) => eraseMessage(actor, message),
  getMessage: (actor) => getMessage(actor, message),
  handleMessage: (actor) => handleMessage(actor, { ...message, revision: 1, assigneeId: null, note: "Ours" }),
  listMessagePage: (actor) => listMessagePage(actor, { limit: 10 }),
  readMessage: (actor) => readMessage(actor, message),
  listMessages: (actor) => listMessages(actor, {}),
  listTextsOfPage: (actor) => listTextsOfPage(actor, page),
  markAnswered: (actor) => markAnswered(actor, message),
  markClaimOfMessage: (actor) => markClaimOfMessage(actor, message),
  moveTo: "a part of changing the state of a message",
  savePage: (actor) => savePage(actor, { ...page, revision: 0, sections: {} }),
  setMessageState: (actor) => setMessageState(actor, { ...message, state: "closed" }),
};
