import { useContext } from "react";
import { fixedShortcuts } from "@/components/article-desk/commands/fixed-shortcuts";
import { menuCommands } from "@/components/article-desk/commands/menu-commands";
import { ClaimPicker } from "@/components/article-desk/marks/claim-picker";
import { useDesk, useRatings } from "@/components/article-desk/state/desk-context";
import { useDeskCommands } from "@/components/article-desk/state/use-desk-commands";
import { useStore } from "@/components/article-desk/state/use-store";
import { usePageCommands } from "@/components/commands/commands-context";
import { LanguageContext, useWords } from "@/components/words/use-words";
import { useArticleMenuGroups } from "./article-menu-groups";

/** The commands and keyboard shortcuts of the article page, and the claim picker. */
export function DeskOverlays() {
  const t = useWords("articles");
  const formWords = useWords("claimForm");
  const { page, claims, choice } = useDesk();
  const language = useContext(LanguageContext);
  const commands = useDeskCommands();
  const groups = useArticleMenuGroups();
  const list = useStore(claims.list);
  const picker = useStore(choice.picker);
  const ratings = useRatings();
  usePageCommands({
    // Guest reviewers have few commands, and the menu beside them.
    commands: page.isStaff ? [...commands, ...menuCommands(groups, commands, language)] : commands,
    targets: list.map(({ id, number, statement }) => ({
      id,
      text: t("palette.claim", { number, statement }),
      label: t("palette.goTo", { number, statement }),
      run: () => choice.goTo(id),
    })),
    shortcuts: fixedShortcuts(t, formWords),
  });
  if (!picker) return null;
  return (
    <ClaimPicker
      claims={picker.ids.flatMap((id) => list.filter((claim) => claim.id === id))}
      ratings={ratings}
      at={picker.at}
      onPick={choice.select}
      onClose={choice.closePicker}
    />
  );
}
