import { useContext } from "react";
import { checklistCommands, withoutKeysOf } from "@/components/article-desk/checklist/checklist-commands";
import { articleLinks, publishingLinks } from "@/components/article-desk/commands/article-links";
import { commandsFor } from "@/components/article-desk/commands/commands-for";
import { deskCommands } from "@/components/article-desk/commands/desk-commands";
import { focusClaim } from "@/components/article-desk/focus/focus-targets";
import { foundOrSelected } from "@/components/article-desk/text/find";
import type { Command } from "@/components/commands/command";
import { useComments } from "@/components/comments/comments-context";
import { canTake } from "@/components/review/offered-actions";
import { LanguageContext } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
import { suggestsWording } from "@/lib/manuscripts/suggests-wording";
import { words } from "@/lib/words/words";
import { useDesk, useRatings } from "./desk-context";
import { fillInNext } from "./fill-in-next";
import { useNextUnmarked } from "./use-next-unmarked";
import { useSelectedClaim } from "./use-selected-claim";
import { useStore } from "./use-store";

/** The commands that this person can use now. */
export function useDeskCommands(): Command[] {
  const desk = useDesk();
  const { page, editor, claims, form, quickMark, choice, adjusting, find, checklist } = desk;
  const comments = useComments();
  const nextUnmarked = useNextUnmarked();
  const language = useContext(LanguageContext);
  const selectedClaim = useSelectedClaim();
  const { selected } = selectedClaim;
  const { actor } = page;
  const article = useStore(desk.article);
  const selection = () => foundOrSelected(find, editor);
  /** Approves a claim and opens the next one that this person can approve, in the order of the text. */
  async function approve(claim: Claim): Promise<void> {
    if (!(await claims.review(claim, "approve"))) return;
    const list = claims.list.get();
    const index = list.findIndex(({ id }) => id === claim.id);
    const next = [...list.slice(index + 1), ...list.slice(0, index)].find((each) =>
      canTake(actor, each, "approve"),
    );
    if (!next) return;
    choice.goTo(next.id);
    focusClaim(next.id);
  }
  const isCoverageOpen = useStore(checklist.isOpen);
  const ofChecklist = checklistCommands(checklist, isCoverageOpen, language);
  const ofDesk = deskCommands({
    ratings: useRatings(),
    ...selectedClaim,
    focused: useStore(choice.isFocused),
    mark: () => form.mark(selection()),
    quickMark: () => void quickMark.mark(selection()),
    fillIn: () => {
      if (!fillInNext(desk, choice.selectedId.get()))
        desk.message.set({ tone: "success", text: words("claimForm", language)("fill.none") });
    },
    markExactly: () => form.mark(editor.current?.selection(true) ?? null),
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
    submit: selected && canTake(actor, selected, "submit") ? () => claims.review(selected, "submit") : null,
    approve: selected && canTake(actor, selected, "approve") ? () => approve(selected) : null,
    acceptWording: selected && suggestsWording(selected) ? () => void claims.acceptWording(selected) : null,
    links: [
      ...publishingLinks(actor, { articleId: page.articleId, ...article }, language),
      ...articleLinks(actor, page, language).map(({ label, ...link }) => ({
        ...link,
        label: words("articles", language)("command.page", {
          // Its label in the menu, "Version 3", is not what people search for.
          page: link.id === "versions" ? words("versions", language)("title") : label,
        }),
      })),
    ],
    find: () => find.search(""),
    toggleFocus: choice.toggleFocus,
  });
  return commandsFor(actor, [...ofChecklist, ...withoutKeysOf(ofChecklist, ofDesk)]);
}
