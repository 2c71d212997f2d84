/** Marks a change that restored content: as it was before or after which event. */
export interface Restored {
  /** Number of the event. */
  event: string;
  moment: "before" | "after";
}

/**
 * Reconstructs fields as they were at an event by undoing every change since, so the original values need not be known.
 * @param now the current fields
 * @param events the changes, newest first, down to and including the event
 * @param moment before or after that event
 */
export function contentAt<Fields extends object>(
  now: Fields,
  events: readonly { from: Record<string, unknown> | null }[],
  moment: "before" | "after",
): Fields {
  const undone = moment === "before" ? events : events.slice(0, -1);
  const fields = { ...now } as Record<string, unknown>;
  for (const { from } of undone)
    for (const [name, value] of Object.entries(from ?? {})) if (name in fields) fields[name] = value;
  return fields as Fields;
}
