import { actorForAction } from "@/lib/auth/find-actor";
import { documentHeaders } from "@/lib/documents/document-headers";
import { env } from "@/lib/env";
import { toClient } from "@/lib/to-client";
import { renderPreview } from "@/lib/workflows/publication/render-preview";

interface Context {
  params: Promise<{ id: string }>;
}

/** Characters of all notes of a publication, as JSON. Longer ones show as missing. */
const MAX_NOTES_LENGTH = 1_000_000;

/** The public page of an article before it is published, for people who can publish it. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return answer((await params).id, async () => undefined);
}

/** The same with the public notes as they are typed: `notes` is JSON. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answer((await params).id, () => readNotes(request));
}

async function answer(articleId: string, corrections: () => Promise<unknown>): Promise<Response> {
  const actor = await actorForAction();
  if (!actor.ok) return refuse(actor.error.message, 401);
  const html = toClient(await renderPreview(actor.value, { articleId, corrections: await corrections() }));
  if (!html.ok) return refuse(html.error.message, html.error.kind === "forbidden" ? 403 : 404);
  return new Response(html.value, {
    headers: {
      ...documentHeaders(env(), { isEmbed: false }).missing,
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "x-robots-tag": "noindex",
    },
  });
}

function refuse(message: string, status: number): Response {
  return new Response(message, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}

async function readNotes(request: Request): Promise<unknown> {
  try {
    const notes = (await request.formData()).get("notes");
    return typeof notes === "string" && notes.length <= MAX_NOTES_LENGTH ? JSON.parse(notes) : undefined;
  } catch {
    // What can't be read shows as notes that are missing.
    return undefined;
  }
}
