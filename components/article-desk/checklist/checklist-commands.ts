import type { Command } from "@/components/commands/command";
import { words } from "@/lib/words/words";
import type { Checklist } from "./create-checklist";

/**
 * The commands of the checklist. While it is open, N, P and T act on its items.
 * @param language of the labels, BCP 47
 */
export function checklistCommands(checklist: Checklist, isOpen: boolean, language: string): Command[] {
  const t = words("checklist", language);
  const group = "Article";
  if (!isOpen)
    return [{ id: "coverage", label: t("command.open"), group, keys: "t", run: () => void checklist.open() }];
  return [
    { id: "coverage-next", label: t("command.next"), group, keys: "n", run: () => checklist.step(1) },
    {
      id: "coverage-previous",
      label: t("command.previous"),
      group,
      keys: "p",
      run: () => checklist.step(-1),
    },
    { id: "coverage-tick", label: t("command.tick"), group, keys: "t", run: checklist.tick },
    { id: "coverage-untick", label: t("command.untick"), group, keys: "shift+t", run: checklist.untick },
    { id: "coverage-skip", label: t("command.skip"), group, keys: "shift+s", run: checklist.askReason },
    { id: "coverage-close", label: t("command.close"), group, run: checklist.close },
  ];
}

/** Other commands without the keys that some have taken. */
export function withoutKeysOf(taken: readonly Command[], others: readonly Command[]): Command[] {
  const keys = new Set(taken.map((command) => command.keys));
  return others.map(({ keys: own, ...command }) =>
    own && !keys.has(own) ? { ...command, keys: own } : command,
  );
}
