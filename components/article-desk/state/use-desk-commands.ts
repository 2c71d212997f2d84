import { useContext } from "react";
import { checklistCommands, withoutKeysOf } from "@/components/article-desk/checklist/checklist-commands";
import { articleLinks, publishingLinks } from "@/components/article-desk/commands/article-links";
import { commandsFor } from "@/components/article-desk/commands/commands-for";
import { deskCommands } from "@/components/article-desk/commands/desk-commands";
import { whyNot } from "@/components/article-desk/commands/why-not";
import { focusClaim, focusClaimForm } from "@/components/article-desk/focus/focus-targets";
import { useCardAtFocus } from "@/components/article-desk/focus/use-card-at-focus";
import { withoutHint } from "@/components/article-desk/operations/message";
import { foundOrSelected } from "@/components/article-desk/text/find";
import { passes } from "@/components/claims/claims-panel";
import type { Command } from "@/components/commands/command";
import { useComments } from "@/components/comments/comments-context";
import { canTake } from "@/components/review/offered-actions";
import { LanguageContext } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
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
  const { selected, adjusted } = useSelectedClaim();
  const cardId = useCardAtFocus();
  const list = useStore(claims.list);
  const claim = list.find(({ id }) => id === cardId) ?? selected;
  const { actor } = page;
  const t = words("articles", language);
  const say = (text: string) => desk.message.set({ tone: "plain", text, isHint: true });
  /** Opens the claim at the focus, so that the person sees what the key acts on. */
  const opened =
    <Rest extends unknown[]>(act: (claim: Claim, ...rest: Rest) => void) =>
    (of: Claim, ...rest: Rest): void => {
      if (choice.selectedId.get() !== of.id) choice.goTo(of.id);
      act(of, ...rest);
    };
  const article = useStore(desk.article);
  const selection = () => foundOrSelected(find, editor);
  /** Approves a claim and opens the next one that this person can approve, in the order of the text. */
  async function approve(claim: Claim): Promise<void> {
    if (!(await claims.review(claim, "approve"))) return;
    const all = claims.list.get();
    const index = all.findIndex(({ id }) => id === claim.id);
    const next = [...all.slice(index + 1), ...all.slice(0, index)].find((each) =>
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
    claim,
    adjusted,
    whyNot: (action) => whyNot(action, { actor, claim, language }),
    refuse: say,
    focused: useStore(choice.isFocused),
    mark: () => form.mark(selection()),
    quickMark: () => void quickMark.mark(selection()),
    fillIn: () => {
      if (!fillInNext(desk, choice.selectedId.get()))
        desk.message.set({ tone: "success", text: words("claimForm", language)("fill.none") });
    },
    markExactly: () => form.mark(editor.current?.selection(true) ?? null),
    comment: () => comments.begin(selection()),
    step: (by) => {
      if (choice.step(by, claim?.id ?? null)) return;
      const isAnyShown = list.some((each) => passes(each, choice.filter.get()));
      say(t(!isAnyShown ? "key.noClaims" : by === 1 ? "key.lastClaim" : "key.firstClaim"));
    },
    nextUnmarked,
    edit: opened((of, ratingKey?: string) => {
      if (form.form.get()?.draft.claimId === of.id) focusClaimForm();
      else form.edit(of, ratingKey);
    }),
    adjust: adjusting.adjust,
    moveToSelection: (claim) => adjusting.moveTo(claim, "selection"),
    swapEnds: () => editor.current?.swapEnds(),
    split: opened(claims.splitAtCaret),
    duplicate: opened(claims.duplicate),
    remove: claims.remove,
    undo: claims.undo,
    redo: claims.redo,
    submit: opened((of) => void claims.review(of, "submit")),
    approve: opened((of) => void approve(of)),
    acceptWording: opened((of) => void claims.acceptWording(of)),
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
    toggleFocus: (of) => {
      if (choice.isFocused.get() && choice.selectedId.get() !== of.id) choice.goTo(of.id);
      else opened(choice.toggleFocus)(of);
    },
  });
  const all = [...ofChecklist, ...withoutKeysOf(ofChecklist, ofDesk)];
  return commandsFor(actor, all).map((command) => ({
    ...command,
    run: () => {
      desk.message.update(withoutHint);
      command.run();
    },
  }));
}
