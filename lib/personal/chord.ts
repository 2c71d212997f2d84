/** The part of a keyboard event that says which keys are pressed. */
export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey"> & {
  getModifierState?: (modifier: "AltGraph") => boolean;
};

const MODIFIERS = ["mod", "alt", "shift"] as const;
/** Presses that type nothing yet: modifiers alone, dead keys, input methods. */
const NOT_A_KEY =
  /^(control|shift|alt|altgraph|meta|capslock|fn|fnlock|numlock|scrolllock|os|dead|process|unidentified|compose)$/;
const NAMES: Readonly<Record<string, string>> = { " ": "space", "+": "plus" };
const LETTER = /^\p{L}$/u;
const LATIN = /^\p{Script=Latin}$/u;

/**
 * The chords that a press can mean, best first: by what it types, then by the position of the key, as on a US keyboard. The position counts
 * where the key types no Latin letter (Cyrillic, Greek, Arabic), no digit (AZERTY), or a special character with Alt (macOS).
 * @returns chords in the form of `Command.keys`: "n", "mod+shift+z", "delete"; none for modifiers alone
 */
export function chordsOf(event: KeyPress): string[] {
  // AltGr is reported as Ctrl and Alt on Windows, but only chooses another character.
  const isAltGraph = event.getModifierState?.("AltGraph") ?? false;
  const held = {
    mod: !isAltGraph && (event.ctrlKey || event.metaKey),
    alt: !isAltGraph && event.altKey,
    shift: event.shiftKey,
  };
  const typed = NAMES[event.key] ?? event.key.toLowerCase();
  const keys = NOT_A_KEY.test(typed) ? [] : [typed];
  const position = isAltGraph ? null : positionOf(event, typed);
  if (position && position !== typed && (keys.length > 0 || held.alt)) keys.push(position);
  return keys.map((key) => joinChord(key, held));
}

/** The US letter or digit on a key, where what it types is neither. */
function positionOf({ code = "", altKey, shiftKey }: KeyPress, typed: string): string | null {
  if (/^[a-z0-9]$/.test(typed)) return null;
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  if (letter) return altKey || (LETTER.test(typed) && !LATIN.test(typed)) ? letter : null;
  return shiftKey ? null : (/^Digit(\d)$/.exec(code)?.[1] ?? null);
}

function joinChord(key: string, held: { mod: boolean; alt: boolean; shift: boolean }): string {
  // Symbols such as "?" need Shift on some layouts but not on others.
  const countsShift = LETTER.test(key) || [...key].length > 1;
  return [...MODIFIERS.filter((name) => held[name] && (name !== "shift" || countsShift)), key].join("+");
}

/** A chord with its modifiers in the usual order: "shift+mod+z" is "mod+shift+z". */
export function normaliseChord(chord: string): string {
  const parts = chord.split("+");
  return [...MODIFIERS.filter((name) => parts.includes(name)), parts.at(-1)].join("+");
}

/** Whether a key press matches a chord. */
export function isPressed(chord: string, event: KeyPress): boolean {
  return chordsOf(event).includes(normaliseChord(chord));
}

/** The command that a key press runs: the one for what it types, else the one for the key's position. */
export function findByKeys<Command extends { keys?: string | undefined }>(
  commands: readonly Command[],
  event: KeyPress,
): Command | undefined {
  for (const chord of chordsOf(event)) {
    const found = commands.find(({ keys }) => keys && normaliseChord(keys) === chord);
    if (found) return found;
  }
}

/** Whether a chord is one letter, digit or symbol, without Ctrl, ⌘ or Alt (WCAG 2.1.4). */
export function isSingleCharacter(chord: string): boolean {
  const parts = chord.split("+");
  const key = parts.at(-1) ?? "";
  return !parts.includes("mod") && !parts.includes("alt") && ([...key].length === 1 || key === "plus");
}

/** A chord as printed on a keyboard: "Ctrl/⌘ + Shift + Z". */
export function formatKeys(chord: string): string {
  return chord
    .split("+")
    .map((part) => {
      if (part === "mod") return "Ctrl/⌘";
      if (part === "plus") return "+";
      return part.length === 1 ? part.toUpperCase() : part[0]?.toUpperCase() + part.slice(1);
    })
    .join(" + ");
}

/** Why a chord cannot be a shortcut: the browser or the system has it, text fields need it, or buttons and lists do. */
export type ChordRefusal = "browser" | "editing" | "controls";

/** Keys that buttons, lists, fields and scrolling need, also with Shift. */
const CONTROLS =
  /^(shift\+)?(enter|space|escape|tab|arrow(up|down|left|right)|home|end|pageup|pagedown|backspace|contextmenu)$/;
const EDITING =
  /^(mod\+[acvxy]|mod\+(shift\+)?(z|backspace|delete|arrow\w+|home|end)|(mod\+|alt\+)+arrow\w+|shift\+(delete|insert)|mod\+insert)$/;
const BROWSER =
  /^(f1|f3|f5|f6|f7|f10|f11|f12|shift\+f\d+|alt\+(home|f4|space|tab|escape|enter|[defhstv])|mod\+[dfhjlmnopqrtuw]|mod\+shift\+[acdijmnopqrtwy]|mod\+(\d|plus|-|=|,|tab|space|escape|pageup|pagedown|f\d+)|mod\+shift\+(tab|delete)|mod\+alt\+.*)$/;

/**
 * Why a chord cannot be chosen as a shortcut; null if it can.
 * @param defaultKeys the command's own keys, which are always possible
 */
export function refuseChord(chord: string, defaultKeys?: string): ChordRefusal | null {
  if (defaultKeys && normaliseChord(defaultKeys) === chord) return null;
  if (CONTROLS.test(chord)) return "controls";
  if (EDITING.test(chord)) return "editing";
  return BROWSER.test(chord) ? "browser" : null;
}
