import { describe, expect, test } from "vitest";
import { GET } from "@/app/api/logos/[hash]/route";
import { listAuditEvents } from "@/lib/db/audit-events";
import { findCurrentPublication, findNumberedPublication } from "@/lib/db/public-publications";
import { bareOrganisation, type Logo } from "@/lib/organisation";
import { makeArticle, makeClaim, makePerson, must, revisionOf } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { addLogo } from "./add-logo";
import { changeDeskSetting, getDeskSettings } from "./desk-settings";

withTestDatabase();

const svg = (colour: string) => ({
  name: "logo.svg",
  bytes: new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 1"><rect width="6" height="1" fill="${colour}"/></svg>`,
  ),
});

async function change(value: object) {
  const administrator = await makePerson({ role: "administrator" });
  const { states } = must(await getDeskSettings(administrator));
  return changeDeskSetting(administrator, {
    key: "organisation",
    revision: states.organisation.revision,
    value,
  });
}

const getLogo = (hash: string) =>
  GET(new Request(`http://localhost/api/logos/${hash}`), { params: Promise.resolve({ hash }) });

describe("a logo", () => {
  test("is stored as PNG under its content, once, and sent to everyone", async () => {
    const administrator = await makePerson({ role: "administrator" });
    const logo = must(await addLogo(administrator, svg("red")));
    expect(must(await addLogo(administrator, svg("red")))).toEqual(logo);
    const answer = await getLogo(logo.hash);
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect(new Uint8Array(await answer.arrayBuffer()).slice(1, 4)).toEqual(new TextEncoder().encode("PNG"));
    expect((await getLogo("0".repeat(64))).status).toBe(404);
  });

  test.each<[string, { name: string; bytes: Uint8Array }, string]>([
    ["an empty file", { name: "a.png", bytes: new Uint8Array() }, "a.png is empty"],
    ["a text", { name: "a.txt", bytes: new TextEncoder().encode("no") }, "a.txt can’t be used as a logo"],
    ["a large file", { name: "a.png", bytes: new Uint8Array(3 * 1024 * 1024) }, "larger than 2 MB"],
  ])("cannot be %s", async (_, file, message) => {
    expect(await addLogo(await makePerson({ role: "administrator" }), file)).toMatchObject({
      ok: false,
      error: { kind: "invalid", message: expect.stringContaining(message) },
    });
  });

  test("is added by administrators only", async () => {
    expect(await addLogo(await makePerson({ role: "editor" }), svg("red"))).toMatchObject({
      ok: false,
      error: { kind: "forbidden" },
    });
  });

  test.each<[string, (logo: Logo) => Logo]>([
    ["is not on the server", (logo) => ({ ...logo, hash: "0".repeat(64) })],
    ["has another size", (logo) => ({ ...logo, width: logo.width + 1 })],
  ])("that %s cannot be set", async (_, changed) => {
    const logo = must(await addLogo(await makePerson({ role: "administrator" }), svg("blue")));
    expect(await change({ ...bareOrganisation("Daily", null), logo: changed(logo) })).toMatchObject({
      ok: false,
      error: {
        kind: "invalid",
        fields: { logo: ["This logo is no longer on the server. Upload it again."] },
      },
    });
  });
});

test("the organisation is frozen into publications, in the audit log, and a change can be published", async () => {
  const logo = must(await addLogo(await makePerson({ role: "administrator" }), svg("green")));
  const first = {
    ...bareOrganisation("The Daily Check", "https://daily.example/"),
    ...{ logo, licence: "CC-BY-4.0", languages: ["en"], sameAs: ["https://social.example/@daily"] },
  };
  must(await change(first));
  const editor = await makePerson();
  const article = await makeArticle();
  await makeClaim({ article, author: article.author, state: "approved" });
  const publish = async () =>
    publishArticle(editor, { articleId: article.id, revision: await revisionOf(article.id) });
  must(await publish());
  expect((await findCurrentPublication(article.slug))?.report.organisation).toEqual(first);
  expect(await publish()).toMatchObject({ ok: false, error: { message: /Nothing has changed/ } });

  const second = { ...first, name: "The Weekly Check" };
  must(await change(second));
  const { events } = await listAuditEvents({ target: { type: "setting", id: "organisation" } }, 1);
  const [event] = events;
  expect(event).toMatchObject({ action: "setting.change", from: { value: first }, to: { value: second } });
  must(await publish());
  expect((await findCurrentPublication(article.slug))?.report.organisation).toEqual(second);
  expect((await findNumberedPublication(article.slug, 1))?.report.organisation).toEqual(first);
});
