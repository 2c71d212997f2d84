import type { Command } from "@/components/commands/command";
import type { Claim } from "@/lib/claims/claim";
import type { Rating } from "@/lib/ratings/rating";
import { words } from "@/lib/words/words";
import type { KeyAction } from "./why-not";

/** The state that commands depend on, and the handlers that they call. */
export interface CommandHandlers {
  ratings: readonly Rating[];
  /** The claim that commands act on: the one whose card has the focus, or else the open one. */
  claim: Claim | null;
  /** Why a command can't act on it now; null if it can. */
  whyNot: (action: KeyAction) => string | null;
  /** Says why a command did nothing. */
  refuse: (reason: string) => void;
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
  /** Submits a claim for review. */
  submit: (claim: Claim) => void;
  /** Approves a claim and opens the next one in review. */
  approve: (claim: Claim) => void;
  /** Accepts the wording that a claim suggests. */
  acceptWording: (claim: Claim) => void;
  find: () => void;
  /** Other pages of the article. */
  links: readonly { id: string; label: string; href: string }[];
  /** Shows only this claim, or all again. */
  toggleFocus: (claim: Claim) => void;
}

/** Every command of the article page. */
export function deskCommands(desk: CommandHandlers): Command[] {
  const t = words("articles");
  const common = words("common");
  const formWords = words("claimForm");
  const { adjusted, focused } = desk;
  /** What a command does to the claim, or that it says why it can't. */
  const onClaim = (action: KeyAction, run: (claim: Claim) => void): Pick<Command, "run" | "unavailable"> => {
    const { claim } = desk;
    const reason = desk.whyNot(action);
    return reason === null && claim
      ? { run: () => run(claim) }
      : { run: () => desk.refuse(reason ?? t("key.noClaim")), unavailable: true };
  };
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
      ...onClaim("edit", desk.edit),
    },
    {
      id: "adjust",
      label: t("command.adjust"),
      group: "Claims",
      keys: "b",
      ...(adjusted ? { run: () => desk.moveToSelection(adjusted) } : onClaim("place", desk.adjust)),
    },
    { id: "swap", label: t("command.swapEnds"), group: "Claims", keys: "x", run: desk.swapEnds },
    {
      id: "split",
      label: t("command.split"),
      group: "Claims",
      ...onClaim("place", desk.split),
    },
    {
      id: "duplicate",
      label: t("command.duplicate"),
      group: "Claims",
      ...onClaim("place", desk.duplicate),
    },
    {
      id: "delete",
      label: t("command.delete"),
      group: "Claims",
      keys: "delete",
      ...onClaim("delete", desk.remove),
    },
    {
      id: "submit",
      label: t("command.submit"),
      group: "Claims",
      keys: "s",
      ...onClaim("submit", desk.submit),
    },
    {
      id: "approve",
      label: t("command.approve"),
      group: "Claims",
      keys: "a",
      ...onClaim("approve", desk.approve),
    },
    {
      id: "accept-wording",
      label: words("manuscripts")("accept.command"),
      group: "Claims",
      keys: "w",
      ...onClaim("accept-wording", desk.acceptWording),
    },
    { id: "undo", label: common("undo"), group: "Claims", keys: "mod+z", run: desk.undo },
    { id: "redo", label: common("redo"), group: "Claims", keys: "mod+shift+z", run: desk.redo },
    { id: "find", label: t("find.label"), group: "View", keys: "/", run: desk.find },
    {
      id: "focus",
      label: focused ? t("command.showAll") : t("command.showOne"),
      group: "View",
      keys: "o",
      ...onClaim("open", desk.toggleFocus),
    },
    ...desk.links.map(
      ({ id, label, href }): Command => ({ id, label, group: "Pages", run: () => location.assign(href) }),
    ),
    ...desk.ratings.map(
      (rating, index): Command => ({
        id: `rate-${rating.key}`,
        label: t("command.rate", { rating: rating.label }),
        group: "Verdict",
        ...(index < 9 ? { keys: String(index + 1) } : {}),
        ...onClaim("edit", (claim) => desk.edit(claim, rating.key)),
      }),
    ),
  ];
}
