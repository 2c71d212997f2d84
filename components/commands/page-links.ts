import { GUIDE_CHAPTERS } from "@/lib/personal/guide";
import { type Actor, isGuest } from "@/lib/policies/actor";
import type { Translator } from "@/lib/words/translator";
import type { WordsKey } from "@/lib/words/words";
import type { Command } from "./command";

const FOR_STAFF = [
  ["articles", "/desk"],
  ["new-article", "/desk/articles/new"],
  ["my-work", "/desk/my-work"],
  ["review", "/desk/review"],
  ["watching", "/desk/watching"],
  ["inbox", "/desk/inbox"],
  ["sources", "/desk/sources"],
  ["claimants", "/desk/claimants"],
  ["reports", "/desk/reports"],
  ["figures", "/desk/figures"],
  ["settings", "/desk/settings"],
  ["site-pages", "/desk/settings/pages"],
] as const;
const FOR_ALL = [
  ["notifications", "/desk/notifications"],
  ["account", "/desk/account"],
  ["shortcuts", "/desk/account/shortcuts"],
  ["reader-pages", "/"],
] as const;

/** The chapters of the guide, as commands that only the palette shows until a person gives them keys. */
export function guideLinks(t: Translator<WordsKey<"guide">>): Command[] {
  return GUIDE_CHAPTERS.map((chapter) => ({
    id: `guide-${chapter}`,
    label: t("go", { chapter: t(`${chapter}.title`) }),
    group: "Pages" as const,
    run: () => location.assign(`/desk/guide#${chapter}`),
  }));
}

/** The pages of the desk that this person can open, as commands. */
export function pageLinks(actor: Actor, t: Translator<WordsKey<"commands">>): Command[] {
  const links = [
    ...(isGuest(actor) ? [] : FOR_STAFF),
    ...(actor.role === "administrator" ? ([["people", "/desk/people"]] as const) : []),
    ...FOR_ALL,
  ];
  return links.map(([name, href]) => ({
    id: `page-${name}`,
    label: t(`page.${name}`),
    group: "Pages" as const,
    run: () => location.assign(href),
  }));
}
