import type { Command } from "@/components/commands/command";
import type { Claim } from "@/lib/claims/claim";
import type { Rating } from "@/lib/ratings/rating";
import { words } from "@/lib/words/words";

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
  /** Marks the selection without a form. */
  quickMark: () => void;
  /** Opens the form of the next claim without a verdict. */
  fillIn: () => void;
  /** Marks exactly the selected characters, not full words. */
  markExactly: () => void;
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
  /** Submits the open claim for review; null where that is not possible. */
  submit: (() => void) | null;
  /** Approves the open claim and opens the next one in review; null where that is not possible. */
  approve: (() => void) | null;
  /** Accepts the wording that the open claim suggests; null where it suggests none. */
  acceptWording: (() => void) | null;
  find: () => void;
  /** Other pages of the article. */
  links: readonly { id: string; label: string; href: string }[];
  toggleFocus: () => void;
}

/** Every command of the article page. */
export function deskCommands(desk: CommandHandlers): Command[] {
  const t = words("articles");
  const common = words("common");
  const formWords = words("claimForm");
  const { selected, movable, adjusted, focused } = desk;
  const editable = selected && selected.state !== "retired" ? selected : null;
  return [
    { id: "mark", label: t("command.mark"), group: "Claims", keys: "m", run: desk.mark },
    {
      id: "quick-mark",
      label: formWords("command.quickMark"),
      group: "Claims",
      keys: "q",
      run: desk.quickMark,
    },
    { id: "fill-in", label: formWords("command.fillIn"), group: "Claims", keys: "f", run: desk.fillIn },
    {
      id: "mark-exactly",
      label: t("shortcuts.markExactly"),
      group: "Claims",
      keys: "alt+m",
      run: desk.markExactly,
    },
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
    ...(desk.submit
      ? [
          {
            id: "submit",
            label: t("command.submit"),
            group: "Claims",
            keys: "s",
            run: desk.submit,
          } satisfies Command,
        ]
      : []),
    ...(desk.approve
      ? [
          {
            id: "approve",
            label: t("command.approve"),
            group: "Claims",
            keys: "a",
            run: desk.approve,
          } satisfies Command,
        ]
      : []),
    ...(desk.acceptWording
      ? [
          {
            id: "accept-wording",
            label: words("manuscripts")("accept.command"),
            group: "Claims",
            keys: "w",
            run: desk.acceptWording,
          } satisfies Command,
        ]
      : []),
    { id: "undo", label: common("undo"), group: "Claims", keys: "mod+z", run: desk.undo },
    { id: "redo", label: common("redo"), group: "Claims", keys: "mod+shift+z", run: desk.redo },
    { id: "find", label: t("find.label"), group: "View", keys: "/", run: desk.find },
    {
      id: "focus",
      label: focused ? t("command.showAll") : t("command.showOne"),
      group: "View",
      keys: "o",
      run: desk.toggleFocus,
    },
    ...desk.links.map(
      ({ id, label, href }): Command => ({ id, label, group: "Pages", run: () => location.assign(href) }),
    ),
    ...(editable ? desk.ratings : []).map(
      (rating, index): Command => ({
        id: `rate-${rating.key}`,
        label: t("command.rate", { rating: rating.label }),
        group: "Verdict",
        ...(index < 9 ? { keys: String(index + 1) } : {}),
        run: () => editable && desk.edit(editable, rating.key),
      }),
    ),
  ];
}
