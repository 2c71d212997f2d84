/** A command failed for a known reason. Only the message is shown to the user, and the exit status is 1. */
export class CommandError extends Error {
  override name = "CommandError";
}
