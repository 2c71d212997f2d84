/** With a change that puts something back: as it was before or after which event. */
export interface Restored {
  /** Number of the event. */
  event: string;
  moment: "before" | "after";
}

/**
 * The fields of something as they were at an event, found backwards: what it is now, with each change since then taken back. Nothing
 * has to be known of how it began.
 * @param now the fields as they are
 * @param events that changed it, the newest first, down to the one that is asked for
 * @param moment before that event, or after it
 */
export function contentAt<Fields extends object>(
  now: Fields,
  events: readonly { from: Record<string, unknown> | null }[],
  moment: "before" | "after",
): Fields {
  const back = moment === "before" ? events : events.slice(0, -1);
  const fields = { ...now } as Record<string, unknown>;
  for (const { from } of back)
    for (const [name, value] of Object.entries(from ?? {})) if (name in fields) fields[name] = value;
  return fields as Fields;
}
