import { commandsFor } from "@/components/article-desk/commands/commands-for";
import type { DeskCommand } from "@/components/article-desk/commands/desk-command";
import { deskCommands } from "@/components/article-desk/commands/desk-commands";
import { useComments } from "@/components/comments/comments-context";
import { useDesk, useRatings } from "./desk-context";
import { useNextUnmarked } from "./use-next-unmarked";
import { useSelectedClaim } from "./use-selected-claim";
import { useStore } from "./use-store";

/** The commands that this person can use now. */
export function useDeskCommands(): DeskCommand[] {
  const { page, editor, claims, form, choice, adjusting, find, dialog } = useDesk();
  const comments = useComments();
  const nextUnmarked = useNextUnmarked();
  const selection = () => editor.current?.selection(false) ?? null;
  return commandsFor(
    page.actor,
    deskCommands({
      ratings: useRatings(),
      ...useSelectedClaim(),
      focused: useStore(choice.isFocused),
      mark: () => form.mark(selection()),
      comment: () => comments.begin(selection()),
      step: choice.step,
      nextUnmarked,
      edit: form.edit,
      adjust: adjusting.adjust,
      moveToSelection: (claim) => adjusting.moveTo(claim, "selection"),
      swapEnds: () => editor.current?.swapEnds(),
      split: claims.splitAtCaret,
      duplicate: claims.duplicate,
      remove: claims.remove,
      undo: claims.undo,
      redo: claims.redo,
      find: () => find.search(""),
      toggleFocus: choice.toggleFocus,
      open: dialog.set,
    }),
  );
}
