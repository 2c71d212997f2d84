import type { Metadata } from "next";
import desk from "@/components/desk/desk-page.module.css";
import { SettingsNav } from "@/components/settings/settings-nav";
import { PageLanguages } from "@/components/site-pages/page-languages";
import { PageTextForm } from "@/components/site-pages/page-text-form";
import { Notice } from "@/components/ui/notice";
import { requireActor } from "@/lib/auth/require-actor";
import { isLanguageTag } from "@/lib/language-tag";
import { can } from "@/lib/policies/can";
import { sitePage } from "@/lib/site-pages/site-page";
import { words } from "@/lib/words/words";
import { getDeskSettings } from "@/lib/workflows/settings/desk-settings";
import { listTextsOfPage } from "@/lib/workflows/site-pages/edit-page";
import { savePageAction } from "./actions";

interface Props {
  searchParams: Promise<Partial<Record<"page" | "language", string | string[]>>>;
}

const t = words("inbox");

export const metadata: Metadata = { title: t("pages.title") };

/** What the pages about the newsroom say, by page and language. */
export default async function SitePagesPage({ searchParams }: Props) {
  const actor = await requireActor("/desk/settings/pages");
  const { page: name, language: tag } = await searchParams;
  const page = sitePage(name) ?? "about";
  const [texts, settings] = await Promise.all([listTextsOfPage(actor, { page }), getDeskSettings(actor)]);
  if (!texts.ok) throw new Error(texts.error.message);
  const usual = settings.ok ? settings.value.settings.organisation.languages[0] : undefined;
  const isTag = typeof tag === "string" && tag.length <= 35 && isLanguageTag(tag);
  const language =
    (isTag ? Intl.getCanonicalLocales(tag)[0] : undefined) ?? texts.value[0]?.language ?? usual ?? "en";
  const text = texts.value.find((each) => each.language === language);
  return (
    <main id="content" className={desk.page}>
      <div className={desk.head}>
        <h1>{t("pages.title")}</h1>
      </div>
      <SettingsNav here="/desk/settings/pages" />
      <p className={desk.hint}>{t("pages.hint")}</p>
      {typeof tag === "string" && !isTag && <Notice tone="failure">{t("page.error.language")}</Notice>}
      <PageLanguages page={page} language={language} texts={texts.value} />
      <PageTextForm
        key={`${page}:${language}`}
        page={page}
        language={language}
        sections={text?.sections ?? {}}
        revision={text?.revision ?? 0}
        save={can(actor, "edit", "page").allowed ? savePageAction : null}
      />
    </main>
  );
}
