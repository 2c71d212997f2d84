import type { Metadata } from "next";
import desk from "@/components/desk/desk-page.module.css";
import { SourceAdd } from "@/components/sources/source-add";
import { requireActor } from "@/lib/auth/require-actor";
import { words } from "@/lib/words/words";
import * as actions from "./actions";

const t = words("sources");

export const metadata: Metadata = { title: t("add.title") };

/** Adds a source to the library before any claim cites it. */
export default async function AddSourcePage() {
  await requireActor("/desk/sources/new");
  return (
    <main id="content" className={desk.page}>
      <p>
        <a href="/desk/sources">{t("back")}</a>
      </p>
      <div className={desk.head}>
        <h1>{t("add.title")}</h1>
      </div>
      <SourceAdd add={actions.addSource} />
    </main>
  );
}
