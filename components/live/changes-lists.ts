import type { LiveMessage } from "./live-connection";

/**
 * Whether a message can change a list or a count of the desk, or the claims on an article's page. Ticks change none of these, and
 * a checker makes one every second or two.
 */
export function changesLists(message: LiveMessage): boolean {
  return message.kind === "change" ? message.event.targetType !== "tick" : message.kind === "sync";
}
