import type { Claim } from "@/lib/claims/claim";
import type { RatingScale } from "@/lib/ratings/rating";
import type { DeskCommand } from "./desk-command";

/** What the commands of the article page do, and what they are about. */
export interface CommandHandlers {
  ratings: RatingScale["ratings"];
  /** The claim whose card is open. */
  selected: Claim | null;
  /** Whether the open claim's place can be changed. */
  canMove: boolean;
  /** The claim whose bounds are being set by selecting. */
  adjusted: Claim | null;
  /** The open claim is shown alone. */
  focused: boolean;
  mark: () => void;
  comment: () => void;
  step: (by: 1 | -1) => void;
  nextUnchecked: () => void;
  edit: (claim: Claim, ratingKey?: string) => void;
  adjust: (claim: Claim) => void;
  settleAtSelection: (claim: Claim) => void;
  swapEnds: () => void;
  split: (claim: Claim) => void;
  duplicate: (claim: Claim) => void;
  remove: (claim: Claim) => void;
  undo: () => void;
  redo: () => void;
  find: () => void;
  toggleFocus: () => void;
  open: (what: "keys" | "palette") => void;
}

/** Everything that the article page does at a key or from its list of commands. */
export function deskCommands(desk: CommandHandlers): DeskCommand[] {
  const { selected, canMove, adjusted, focused } = desk;
  const live = selected && selected.state !== "retired" ? selected : null;
  const movable = canMove ? selected : null;
  return [
    { id: "mark", title: "Mark the selection as a claim", group: "Claims", keys: "m", run: desk.mark },
    {
      id: "comment",
      title: "Comment on the selection; where nothing is selected: show all comments",
      group: "Article",
      keys: "c",
      run: desk.comment,
    },
    { id: "next", title: "Next claim", group: "Claims", keys: "n", run: () => desk.step(1) },
    { id: "previous", title: "Previous claim", group: "Claims", keys: "p", run: () => desk.step(-1) },
    {
      id: "unchecked",
      title: "Next sentence that looks checkable and has no claim",
      group: "Claims",
      keys: "u",
      run: desk.nextUnchecked,
    },
    {
      id: "edit",
      title: "Edit the open claim",
      group: "Claims",
      keys: "e",
      run: () => live && desk.edit(live),
    },
    {
      id: "bounds",
      title: "Adjust the bounds of the open claim; again: set them to the selection",
      group: "Claims",
      keys: "b",
      run: () => (adjusted ? desk.settleAtSelection(adjusted) : movable && desk.adjust(movable)),
    },
    {
      id: "swap",
      title: "While adjusting: move the other end",
      group: "Claims",
      keys: "x",
      run: desk.swapEnds,
    },
    {
      id: "split",
      title: "Split the open claim at the caret",
      group: "Claims",
      run: () => movable && desk.split(movable),
    },
    {
      id: "duplicate",
      title: "Duplicate the open claim",
      group: "Claims",
      run: () => movable && desk.duplicate(movable),
    },
    {
      id: "delete",
      title: "Delete the open claim",
      group: "Claims",
      keys: "delete",
      run: () => selected && desk.remove(selected),
    },
    { id: "undo", title: "Undo", group: "Claims", keys: "mod+z", run: desk.undo },
    { id: "redo", title: "Redo", group: "Claims", keys: "mod+shift+z", run: desk.redo },
    { id: "find", title: "Find in the article", group: "View", keys: "/", run: desk.find },
    {
      id: "focus",
      title: focused ? "Show all claims again" : "Show the open claim alone",
      group: "View",
      keys: "f",
      run: desk.toggleFocus,
    },
    {
      id: "palette",
      title: "All commands",
      group: "View",
      keys: "mod+k",
      anywhere: true,
      run: () => desk.open("palette"),
    },
    { id: "keys", title: "Keyboard shortcuts", group: "View", keys: "?", run: () => desk.open("keys") },
    ...(live ? desk.ratings : []).map(
      (rating, index): DeskCommand => ({
        id: `rate-${rating.key}`,
        title: `Edit the open claim, with the verdict ${rating.label}`,
        group: "Verdict",
        ...(index < 9 ? { keys: String(index + 1) } : {}),
        run: () => live && desk.edit(live, rating.key),
      }),
    ),
  ];
}
