/** Work that a command could not do: the message is the one sentence that its user sees, and the exit status is 1. */
export class CommandError extends Error {
  override name = "CommandError";
}
