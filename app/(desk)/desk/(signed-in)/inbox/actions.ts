"use server";

import { asActor } from "@/lib/auth/as-actor";
import { asActorOnce } from "@/lib/auth/as-actor-once";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import * as answering from "@/lib/workflows/messages/answer-message";
import * as changing from "@/lib/workflows/messages/change-message";
import * as using from "@/lib/workflows/messages/use-message";

/** Server actions are public endpoints: each requires an actor, and its workflow checks what the actor can do. */
export async function setMessageState(
  input: Parameters<typeof changing.setMessageState>[1],
): Promise<Result<null, Failure>> {
  return asActor((actor) => changing.setMessageState(actor, input));
}

export async function handleMessage(input: changing.HandleMessageInput): Promise<Result<null, Failure>> {
  return asActor((actor) => changing.handleMessage(actor, input));
}

export async function answerMessage(
  input: { id: string; text: string },
  key: string,
): Promise<Result<null, Failure>> {
  return asActorOnce(key, (actor) => answering.answerMessage(actor, input), { action: "message-answer" });
}

export async function markAnswered(input: { id: string }): Promise<Result<null, Failure>> {
  return asActor((actor) => answering.markAnswered(actor, input));
}

export async function eraseMessage(input: { id: string }): Promise<Result<null, Failure>> {
  return asActor((actor) => answering.eraseMessage(actor, input));
}

export async function markMessageClaim(input: {
  id: string;
}): Promise<Result<{ articleId: string; claimId: string }, Failure>> {
  return asActor((actor) => using.markClaimOfMessage(actor, input));
}

export async function addMessageSource(
  input: Parameters<typeof using.addSourceOfMessage>[1],
): ReturnType<typeof using.addSourceOfMessage> {
  return asActor((actor) => using.addSourceOfMessage(actor, input));
}
