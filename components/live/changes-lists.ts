import type { LiveMessage } from "./live-connection";

/**
 * Whether a message can change a list or a count of the desk, or what an article's page shows of its claims. Ticks change none of them, and
 * a checker makes one every second or two.
 */
export function changesLists(message: LiveMessage): boolean {
  return message.kind === "change" ? message.event.targetType !== "tick" : message.kind === "sync";
}
