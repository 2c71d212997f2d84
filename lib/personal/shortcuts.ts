import { z } from "zod";
import { isSingleCharacter, normaliseChord, refuseChord } from "./chord";

/** A person's own shortcuts. */
export interface Shortcuts {
  /** Whether one letter, digit or symbol alone can be a shortcut. */
  singleKeys: boolean;
  /** Keys by id of the command, where they differ from the default; null for none. */
  keys: Readonly<Record<string, string | null>>;
}

export const DEFAULT_SHORTCUTS: Shortcuts = { singleKeys: true, keys: {} };

/** The most commands whose keys can be changed. */
const MAX_CHANGED = 300;
const CHORD = /^(mod\+)?(alt\+)?(shift\+)?([^\s+]|[a-z]+\d{0,2})$/u;

const commandId = z.string().regex(/^[\w.:-]{1,80}$/, "This is not a command.");
const chord = z.string().max(40).regex(CHORD, "This is not a key. Press another one.").nullable();

/** A change of shortcuts: only what is in it changes, so that two tabs do not overwrite each other. */
export const shortcutChange = z
  .object({
    singleKeys: z.boolean().optional(),
    keys: z.record(commandId, chord).optional(),
    /** Commands that get their default keys back. */
    reset: z.union([z.literal("all"), z.array(commandId).max(MAX_CHANGED)]).optional(),
  })
  .refine(({ keys = {} }) => Object.keys(keys).length <= MAX_CHANGED, "Change fewer keys at a time.");

export type ShortcutChange = z.output<typeof shortcutChange>;

const stored = z.object({
  singleKeys: z.boolean().optional(),
  keys: z.record(z.string(), z.unknown()).optional(),
});

/** Shortcuts as stored. What is unknown or invalid counts as not set. */
export function readShortcuts(value: unknown): Shortcuts {
  const parsed = stored.safeParse(value);
  if (!parsed.success) return DEFAULT_SHORTCUTS;
  const { singleKeys = true, keys = {} } = parsed.data;
  const valid = Object.entries(keys).filter(
    (entry): entry is [string, string | null] =>
      commandId.safeParse(entry[0]).success && chord.safeParse(entry[1]).success,
  );
  return { singleKeys, keys: Object.fromEntries(valid.slice(0, MAX_CHANGED)) };
}

/** Shortcuts after a change. The commands that were changed last stay when there are too many. */
export function applyShortcutChange(shortcuts: Shortcuts, change: ShortcutChange): Shortcuts {
  const { singleKeys = shortcuts.singleKeys, keys = {}, reset = [] } = change;
  const left = Object.entries(shortcuts.keys).filter(
    ([id]) => reset !== "all" && !reset.includes(id) && !(id in keys),
  );
  const changed = Object.entries(keys).map(([id, each]) => [id, each && normaliseChord(each)] as const);
  return { singleKeys, keys: Object.fromEntries([...left, ...changed].slice(-MAX_CHANGED)) };
}

/** The part of a command that shortcuts are about. */
interface Keyed {
  id: string;
  /** The default keys. */
  keys?: string | undefined;
}

/** A command's keys by a person's choice; undefined for none. Others that have the same keys are not considered. */
function chosenKeys({ id, keys }: Keyed, shortcuts: Shortcuts): string | undefined {
  const own = Object.hasOwn(shortcuts.keys, id) ? shortcuts.keys[id] : keys;
  return own ? normaliseChord(own) : undefined;
}

/** Commands with a person's keys. Where a person chose the default keys of another command, that one has none. */
export function withShortcuts<Command extends Keyed>(
  commands: readonly Command[],
  shortcuts: Shortcuts,
): Command[] {
  const chosen = new Set(
    commands
      .filter(({ id }) => Object.hasOwn(shortcuts.keys, id))
      .map((command) => chosenKeys(command, shortcuts)),
  );
  return commands.map((command) => {
    const { keys: _, ...rest } = command;
    const keys = chosenKeys(command, shortcuts);
    const isOff =
      !keys ||
      (!shortcuts.singleKeys && isSingleCharacter(keys)) ||
      (!Object.hasOwn(shortcuts.keys, command.id) && chosen.has(keys));
    return (isOff ? rest : { ...rest, keys }) as Command;
  });
}

/** What prevents a chord from being a command's keys. */
export type KeyProblem<Command> =
  | { kind: "reserved"; reason: "browser" | "editing" | "controls" }
  /** Single keys are switched off. */
  | { kind: "single-off" }
  /** Another command has it, and would lose it. */
  | { kind: "taken"; by: Command };

/**
 * What prevents a chord from being the keys of a command; null for nothing.
 * @param commands the others that it must differ from, with their default keys
 */
export function problemWith<Command extends Keyed>(
  command: Keyed,
  chordPressed: string,
  commands: readonly Command[],
  shortcuts: Shortcuts,
): KeyProblem<Command> | null {
  const reason = refuseChord(chordPressed, command.keys);
  if (reason) return { kind: "reserved", reason };
  if (!shortcuts.singleKeys && isSingleCharacter(chordPressed)) return { kind: "single-off" };
  const by = withShortcuts(commands, shortcuts).find(
    ({ id, keys }) => id !== command.id && keys === chordPressed,
  );
  return by ? { kind: "taken", by } : null;
}

/**
 * The change that gives a command some keys, or none. A command that has them loses them.
 * @param keys null for none
 */
export function keyChange(
  command: Keyed,
  keys: string | null,
  commands: readonly Keyed[],
  shortcuts: Shortcuts,
): ShortcutChange {
  const losing = withShortcuts(commands, shortcuts).filter(
    ({ id, keys: others }) => id !== command.id && others !== undefined && others === keys,
  );
  const isDefault = keys !== null && command.keys !== undefined && normaliseChord(command.keys) === keys;
  return {
    keys: {
      ...Object.fromEntries(losing.map(({ id }) => [id, null])),
      ...(isDefault ? {} : { [command.id]: keys }),
    },
    ...(isDefault ? { reset: [command.id] } : {}),
  };
}
