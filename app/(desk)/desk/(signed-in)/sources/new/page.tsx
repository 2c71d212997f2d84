import type { Metadata } from "next";
import desk from "@/components/desk/desk-page.module.css";
import { SourceAdd } from "@/components/sources/source-add";
import { requireActor } from "@/lib/auth/require-actor";
import * as actions from "./actions";

export const metadata: Metadata = { title: "Add a source" };

/** A source for the library, before any claim cites it. */
export default async function AddSourcePage() {
  await requireActor("/desk/sources/new");
  return (
    <main id="content" className={desk.page}>
      <p>
        <a href="/desk/sources">← Sources</a>
      </p>
      <div className={desk.head}>
        <h1>Add a source</h1>
      </div>
      <SourceAdd add={actions.addSource} />
    </main>
  );
}
