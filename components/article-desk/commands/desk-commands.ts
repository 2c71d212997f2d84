import type { Claim } from "@/lib/claims/claim";
import type { Rating } from "@/lib/ratings/rating";
import { words } from "@/lib/words/words";
import type { DeskCommand } from "./desk-command";

/** The state that commands depend on, and the handlers that they call. */
export interface CommandHandlers {
  ratings: readonly Rating[];
  /** The claim whose card is open. */
  selected: Claim | null;
  /** The same, if its highlight can be changed. */
  movable: Claim | null;
  /** The claim whose highlight is being adjusted by selecting. */
  adjusted: Claim | null;
  /** Only the open claim is shown. */
  focused: boolean;
  mark: () => void;
  comment: () => void;
  step: (by: 1 | -1) => void;
  nextUnmarked: () => void;
  edit: (claim: Claim, ratingKey?: string) => void;
  adjust: (claim: Claim) => void;
  moveToSelection: (claim: Claim) => void;
  swapEnds: () => void;
  split: (claim: Claim) => void;
  duplicate: (claim: Claim) => void;
  remove: (claim: Claim) => void;
  undo: () => void;
  redo: () => void;
  find: () => void;
  toggleFocus: () => void;
  open: (dialog: "keys" | "palette") => void;
}

/** Every command of the article page. */
export function deskCommands(desk: CommandHandlers): DeskCommand[] {
  const t = words("articles");
  const common = words("common");
  const { selected, movable, adjusted, focused } = desk;
  const editable = selected && selected.state !== "retired" ? selected : null;
  return [
    { id: "mark", label: t("command.mark"), group: "Claims", keys: "m", run: desk.mark },
    { id: "comment", label: t("command.comment"), group: "Article", keys: "c", run: desk.comment },
    { id: "next", label: t("command.next"), group: "Claims", keys: "n", run: () => desk.step(1) },
    { id: "previous", label: t("command.previous"), group: "Claims", keys: "p", run: () => desk.step(-1) },
    {
      id: "unchecked",
      label: t("command.nextUnmarked"),
      group: "Claims",
      keys: "u",
      run: desk.nextUnmarked,
    },
    {
      id: "edit",
      label: t("command.edit"),
      group: "Claims",
      keys: "e",
      run: () => editable && desk.edit(editable),
    },
    {
      id: "adjust",
      label: t("command.adjust"),
      group: "Claims",
      keys: "b",
      run: () => (adjusted ? desk.moveToSelection(adjusted) : movable && desk.adjust(movable)),
    },
    { id: "swap", label: t("command.swapEnds"), group: "Claims", keys: "x", run: desk.swapEnds },
    {
      id: "split",
      label: t("command.split"),
      group: "Claims",
      run: () => movable && desk.split(movable),
    },
    {
      id: "duplicate",
      label: t("command.duplicate"),
      group: "Claims",
      run: () => movable && desk.duplicate(movable),
    },
    {
      id: "delete",
      label: t("command.delete"),
      group: "Claims",
      keys: "delete",
      run: () => selected && desk.remove(selected),
    },
    { id: "undo", label: common("undo"), group: "Claims", keys: "mod+z", run: desk.undo },
    { id: "redo", label: common("redo"), group: "Claims", keys: "mod+shift+z", run: desk.redo },
    { id: "find", label: t("find.label"), group: "View", keys: "/", run: desk.find },
    {
      id: "focus",
      label: focused ? t("command.showAll") : t("command.showOne"),
      group: "View",
      keys: "f",
      run: desk.toggleFocus,
    },
    {
      id: "palette",
      label: t("command.palette"),
      group: "View",
      keys: "mod+k",
      anywhere: true,
      run: () => desk.open("palette"),
    },
    { id: "keys", label: t("shortcuts.title"), group: "View", keys: "?", run: () => desk.open("keys") },
    ...(editable ? desk.ratings : []).map(
      (rating, index): DeskCommand => ({
        id: `rate-${rating.key}`,
        label: t("command.rate", { rating: rating.label }),
        group: "Verdict",
        ...(index < 9 ? { keys: String(index + 1) } : {}),
        run: () => editable && desk.edit(editable, rating.key),
      }),
    ),
  ];
}
