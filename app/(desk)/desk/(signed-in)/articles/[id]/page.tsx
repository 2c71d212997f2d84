import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleDesk } from "@/components/article-desk/desk/article-desk";
import type { ClaimDraft } from "@/components/drafts/claim-draft";
import { WatchingProvider } from "@/components/watching/watching-context";
import { requireActor } from "@/lib/auth/require-actor";
import { readClaimNumbers } from "@/lib/claims/claim-numbers";
import { ROLES } from "@/lib/policies/actor";
import { defaultSettings } from "@/lib/settings/desk-settings";
import { words } from "@/lib/words/words";
import { getDeskArticle } from "@/lib/workflows/articles/get-desk-article";
import { listThreads } from "@/lib/workflows/comments/list-threads";
import { listPeopleForWork } from "@/lib/workflows/review/list-my-work";
import { getDeskSettings } from "@/lib/workflows/settings/desk-settings";
import { listFlaggedClaims } from "@/lib/workflows/watching/list-watching";
import * as actions from "./actions";
import { articleView } from "./article-view";
import * as manuscriptActions from "./manuscript-actions";
import * as sourceActions from "./source-actions";
import * as standardsActions from "./standards-actions";
import * as watchingActions from "./watching-actions";
import * as workActions from "./work-actions";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<
    Partial<
      Record<
        "accepted" | "claim" | "claims" | "comment" | "followed" | "purpose" | "waiting",
        string | string[]
      >
    >
  >;
}

const t = words("articles");

export const metadata: Metadata = { title: t("article") };

/** What was done with a manuscript just before the page opened. */
function manuscriptNotice(
  { accepted, purpose }: Partial<Record<"accepted" | "purpose", string | string[]>>,
  version: number,
): { tone: "success"; text: string } | null {
  const notice = (text: string) => ({ tone: "success", text }) as const;
  const manuscripts = words("manuscripts");
  if (accepted !== undefined)
    return notice(manuscripts("accepted", { count: Number(accepted) || 0, version }));
  if (purpose === "manuscript") return notice(manuscripts("makeManuscript.done"));
  return purpose === "published_text" ? notice(manuscripts("makePublic.done")) : null;
}

/** The part of the address that says what to open, for the way back from the sign-in. */
function targetOf(params: Partial<Record<"claim" | "claims" | "comment", string | string[]>>): string {
  for (const name of ["comment", "claim", "claims"] as const)
    if (typeof params[name] === "string") return `?${name}=${encodeURIComponent(params[name])}`;
  return "";
}

/** The page where an article's claims are marked, rated and approved. */
export default async function DeskArticlePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { accepted, claim, claims: named, comment, followed, purpose, waiting } = await searchParams;
  const actor = await requireActor(
    `/desk/articles/${id}${targetOf({ claim, claims: named, comment })}`,
    ROLES,
  );
  const [result, comments, settings, people, flagged] = await Promise.all([
    getDeskArticle(actor, { articleId: id }),
    listThreads(actor, { articleId: id }),
    getDeskSettings(actor),
    listPeopleForWork(actor),
    listFlaggedClaims(actor, { articleId: id }),
  ]);
  if (!result.ok || !comments.ok) notFound();
  const { article, version, scale, claims, drafts, seq } = result.value;
  return (
    <WatchingProvider value={flagged.ok ? { actions: { ...watchingActions }, flagged: flagged.value } : null}>
      <ArticleDesk
        article={articleView(article)}
        version={{ id: version.id, number: version.number, doc: version.doc }}
        scale={scale}
        claims={claims}
        // Only the claim form writes and reads drafts, so their shape is known.
        drafts={drafts.map((draft) => ({ ...draft, body: draft.body as ClaimDraft }))}
        actor={actor}
        people={people.ok ? people.value : []}
        seq={seq}
        notice={
          followed !== undefined
            ? {
                tone: "success",
                text: t("versionSaved", { followed: Number(followed) || 0, waiting: Number(waiting) || 0 }),
              }
            : manuscriptNotice({ accepted, purpose }, version.number)
        }
        shownNumbers={readClaimNumbers(named)}
        selectedId={typeof claim === "string" ? claim : null}
        rules={settings.ok ? settings.value.settings : defaultSettings}
        actions={{ ...actions, ...sourceActions, ...standardsActions, ...workActions, ...manuscriptActions }}
        comments={{
          ...comments.value,
          openId: typeof comment === "string" ? comment : null,
        }}
      />
    </WatchingProvider>
  );
}
