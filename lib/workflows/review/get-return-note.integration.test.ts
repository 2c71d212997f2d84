import { expect, test } from "vitest";
import { makeArticle, makeClaim, makeGuest, makePerson, must, reloadClaim } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { getReturnNote } from "./get-return-note";
import { transitionClaim } from "./transition-claim";

withTestDatabase();

test("the note of a return is there for the desk and the article's guests until the claim is submitted again", async () => {
  const author = await makePerson();
  const editor = await makePerson();
  const article = await makeArticle({ author });
  const guest = await makeGuest(article, editor);
  const claim = await makeClaim({ article, author, state: "in_review" });
  const { id: claimId } = claim;
  const step = async (by: typeof author, action: "return" | "submit", note?: string) => {
    const { revision } = await reloadClaim(claim);
    must(await transitionClaim(by, { claimId, revision, action, ...(note && { note }) }));
  };
  expect(must(await getReturnNote(guest, { claimId }))).toBeNull();
  await step(editor, "return", "Name the year.");
  for (const reader of [author, editor, guest])
    expect(must(await getReturnNote(reader, { claimId }))).toMatchObject({
      note: "Name the year.",
      actor: { name: editor.name },
    });
  const stranger = await makeGuest(await makeArticle(), editor);
  expect(await getReturnNote(stranger, { claimId })).toMatchObject({
    ok: false,
    error: { kind: "forbidden" },
  });
  await step(author, "submit");
  expect(must(await getReturnNote(guest, { claimId }))).toBeNull();
});
