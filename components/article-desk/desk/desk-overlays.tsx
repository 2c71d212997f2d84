import { CommandPalette } from "@/components/article-desk/commands/command-palette";
import { ShortcutSheet } from "@/components/article-desk/commands/shortcut-sheet";
import { useDeskKeys } from "@/components/article-desk/commands/use-desk-keys";
import { ClaimPicker } from "@/components/article-desk/marks/claim-picker";
import { useDesk, useRatings } from "@/components/article-desk/state/desk-context";
import { useDeskCommands } from "@/components/article-desk/state/use-desk-commands";
import { useStore } from "@/components/article-desk/state/use-store";

/** The keyboard shortcuts, and what opens over the page: the list of shortcuts, the command palette and the claim picker. */
export function DeskOverlays() {
  const { claims, choice, dialog } = useDesk();
  const commands = useDeskCommands();
  useDeskKeys(commands);
  const open = useStore(dialog);
  const list = useStore(claims.list);
  const picker = useStore(choice.picker);
  const ratings = useRatings();
  return (
    <>
      {open === "keys" && <ShortcutSheet commands={commands} onClose={() => dialog.set(null)} />}
      {open === "palette" && (
        <CommandPalette
          commands={commands.filter(({ id }) => id !== "palette")}
          claims={list}
          onGoTo={choice.goTo}
          onClose={() => dialog.update((before) => (before === "palette" ? null : before))}
        />
      )}
      {picker && (
        <ClaimPicker
          claims={picker.ids.flatMap((id) => list.filter((claim) => claim.id === id))}
          ratings={ratings}
          at={picker.at}
          onPick={choice.select}
          onClose={choice.closePicker}
        />
      )}
    </>
  );
}
