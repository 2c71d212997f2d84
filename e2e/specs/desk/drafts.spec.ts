import type { Locator, Page } from "@playwright/test";
import type { Actor, Role } from "@/lib/policies/actor";
import {
  axeFindings,
  chooseInMenu,
  expect,
  makeArticle,
  makeClaim,
  makePerson,
  openDesk,
  pasteNewText,
  selectWords,
  showMoreFields,
  test,
  typeInto,
} from "../../fixtures/desk";
import { type Made, makeForms, RESTORED } from "../../fixtures/make-forms";
import { signInAs } from "../../fixtures/sign-in-as";

const articleText = (page: Page) => page.getByRole("textbox", { name: "Article text" });

/** A page with forms: for each, how to get to some of its fields. */
interface FormPage {
  path: (made: Made) => string;
  forms: Record<string, (page: Page) => Promise<Locator> | Locator | Locator[]>;
}

/** All other forms are in app/(desk)/desk/{article,desk}-forms.test.tsx, without a browser. */
const PAGES: { role: Role; pages: FormPage[] }[] = [
  {
    role: "editor",
    pages: [
      {
        path: ({ article }) => `/desk/articles/${article.id}`,
        forms: {
          "the details of an article": async (page) => {
            await articleText(page).waitFor();
            const byline = page.getByLabel("Byline");
            // A restored draft has opened it already.
            if (!(await byline.isVisible())) await chooseInMenu(page, "Details");
            return byline;
          },
          "the note of a return": async (page) => {
            await page.getByRole("button", { name: /Trade came to/ }).click();
            await page.getByRole("button", { name: "Return", exact: true }).click();
            return page.getByLabel("What should change?");
          },
          "a comment on the article": async (page) => {
            await page.getByRole("button", { name: /^Comments/ }).click();
            return page.getByRole("textbox", { name: "Comment on the article" });
          },
        },
      },
      {
        path: ({ article }) => `/desk/articles/${article.id}/publish`,
        forms: {
          "the finding": (page) => page.getByRole("form", { name: "Finding" }).getByLabel("Finding"),
        },
      },
      {
        path: () => "/desk/articles/new",
        forms: {
          "a new article": (page) => [page.getByLabel("Title"), page.getByLabel("From an address")],
        },
      },
      {
        path: ({ article }) => `/desk/articles/${article.id}/replace`,
        forms: { "the address of a new text": (page) => page.getByLabel("From an address") },
      },
      {
        path: ({ source }) => `/desk/sources/${source}`,
        forms: { "a source": (page) => page.getByRole("form", { name: "Source" }).getByLabel("Publisher") },
      },
    ],
  },
  {
    role: "administrator",
    pages: [
      {
        path: () => "/desk/settings",
        forms: {
          "the tags of the desk": (page) => page.getByLabel(/^Tag list/),
          "the required fields": (page) => page.getByLabel("Minimum number of sources"),
        },
      },
    ],
  },
];

/** What is typed into every field. */
const TYPED = "half a sent";

/** What the page says about the draft of a field's form. */
function noticeNear(field: Locator): Locator {
  const notice = "*[@role='status'][.//button]";
  return field.locator(`xpath=ancestor::*[.//${notice}][1]//${notice}`);
}

/** Leaves drafts in the browser that the desk cannot have written. */
async function damageDrafts(page: Page, person: Actor, { article }: Made): Promise<void> {
  await page.goto("/api/health/live");
  await page.evaluate(
    ([personId, articleId]) => {
      for (const [key, value] of [
        [`obelus:draft:${personId}:${articleId}:new`, "{"],
        [`obelus:comment:${personId}:${articleId}:article`, '{"text":7}'],
        [`obelus:form:${personId}:details:${articleId}`, '{"value":{"title":null},"at":"x"}'],
        [`obelus:form:${personId}:replace:${articleId}`, '{"value":[],"at":"2026-11-29T00:00:00.000Z"}'],
        [
          `obelus:form:${personId}:new-article`,
          '{"value":{"own":{"doc":1}},"at":"2026-11-29T00:00:00.000Z"}',
        ],
      ] as const)
        localStorage.setItem(key, value);
    },
    [person.id, article.id] as const,
  );
}

async function expectValues(
  fields: readonly Locator[],
  values: readonly string[] | undefined,
  message: string,
) {
  for (const [index, field] of fields.entries())
    await expect(field, message).toHaveValue(values?.[index] ?? "missing");
}

for (const { role, pages } of PAGES)
  test(`what the ${role} types survives a reload until it is discarded; damaged drafts are ignored`, async ({
    as,
  }) => {
    test.slow();
    const { page, person } = await as(role);
    const made = await makeForms(person);
    await damageDrafts(page, person, made);
    for (const [index, { path, forms }] of pages.entries()) {
      const fieldsOf = async (form: string) => [await forms[form]?.(page)].flat() as Locator[];
      const valuesOf = (fields: Locator[]) => Promise.all(fields.map((field) => field.inputValue()));
      const before = new Map<string, string[]>();
      const typed = new Map<string, string[]>();
      await page.goto(path(made));
      for (const form of Object.keys(forms))
        await test.step(`${form}: typed`, async () => {
          const fields = await fieldsOf(form);
          // Until its scripts have loaded, the page has not looked for drafts.
          for (const field of fields) await expect(field).toBeEditable();
          await expect(page.getByText(RESTORED)).toHaveCount(0);
          before.set(form, await valuesOf(fields));
          for (const field of fields) await typeInto(field, TYPED);
          typed.set(form, await valuesOf(fields));
          for (const [at, value] of (typed.get(form) ?? []).entries())
            expect(value).not.toBe(before.get(form)?.[at]);
        });

      await page.reload();
      for (const form of Object.keys(forms))
        await test.step(`${form}: restored after a reload, discarded, and brought back`, async () => {
          const fields = await fieldsOf(form);
          await expectValues(fields, typed.get(form), "restored");
          const notice = noticeNear(fields[0] as Locator);
          await expect(notice).toHaveText(RESTORED);
          const discard = notice.getByRole("button", { name: "Discard draft" });
          await discard.click();
          await expectValues(fields, before.get(form), "discarded");
          await expect(notice).toHaveText(/^Draft discarded\./);
          await notice.getByRole("button", { name: "Undo" }).click();
          await expectValues(fields, typed.get(form), "brought back");
          await discard.click();
          await expectValues(fields, before.get(form), "discarded again");
        });

      await test.step("what was discarded is no longer stored", async () => {
        expect(
          await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage })),
        ).not.toContain(TYPED);
      });
      // A reload shows what is stored, which is the same for all forms.
      if (index > 0) continue;
      await page.reload();
      for (const form of Object.keys(forms))
        await test.step(`${form}: still discarded after a reload`, async () => {
          const fields = await fieldsOf(form);
          for (const field of fields) await expect(field).toBeEditable();
          await expectValues(fields, before.get(form), "discarded");
          await expect(page.getByText(RESTORED)).toHaveCount(0);
        });
    }
  });

test("a draft is its person's: the next person in the same browser never sees it, and it is there on return", async ({
  as,
  baseURL,
}) => {
  const { page, person } = await as("editor");
  const address = "/desk/sources/new";
  const title = page.getByLabel("Title");
  await page.goto(address);
  await typeInto(title, "A leak");
  await page.goto("/api/health/live");
  await signInAs(page.context(), await makePerson({ role: "editor" }), baseURL ?? "");
  await page.goto(address);
  await expect(title).toBeEditable();
  await expect(title).toHaveValue("");
  await expect(page.getByText(RESTORED)).toHaveCount(0);
  await signInAs(page.context(), person, baseURL ?? "");
  await page.goto(address);
  await expect(title).toHaveValue("A leak");

  await test.step("passwords are never stored", async () => {
    await page.goto("/desk/account");
    await typeInto(page.getByLabel("Current password"), "hunter2-old");
    await typeInto(page.getByLabel("New password"), "hunter2-new");
    await typeInto(page.getByRole("form", { name: "New API token" }).getByLabel("Name"), "Harvester");
    const stored = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(stored).toContain("Harvester");
    expect(stored).not.toContain("hunter2");
  });
});

test("Enter pressed twice saves once", async ({ as }) => {
  const { page } = await as("editor");
  const rows: [form: string, address: string, list: (name: string) => string][] = [
    ["an article", "/desk/articles/new", (name) => `/desk?q=${name}`],
    ["a source", "/desk/sources/new", (name) => `/desk/sources?q=${name}`],
  ];
  for (const [form, address, list] of rows)
    await test.step(form, async () => {
      const name = `Twice${crypto.randomUUID().slice(0, 8)}`;
      await page.goto(address);
      if (form === "an article") {
        await page.getByRole("textbox", { name: "Imported text" }).click();
        await page.keyboard.type("Trade rose.");
      }
      await typeInto(page.getByLabel("Title"), name);
      await page.keyboard.press("Enter");
      await page.keyboard.press("Enter");
      await expect(page).not.toHaveURL(/new$/);
      await page.goto(list(name));
      await expect(page.getByRole("main").getByRole("link", { name, exact: true })).toHaveCount(1);
      await page.goto(address);
      await expect(page.getByLabel("Title")).toBeEditable();
      await expect(page.getByLabel("Title")).toHaveValue("");
    });
});

test("a text larger than the room for drafts survives a reload", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await pasteNewText(page, article, `${"Trade rose by a tenth in 2023. ".repeat(100)}\n`.repeat(200));
  const paragraphs = page.getByLabel("New text").locator("p");
  await expect(paragraphs).toHaveCount(200);
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise<number>((resolve, reject) => {
            const opening = indexedDB.open("obelus-drafts");
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const counting = opening.result.transaction("texts").objectStore("texts").count();
              counting.onsuccess = () => resolve(counting.result);
            };
          }),
      ),
    )
    .toBe(1);
  await page.reload();
  await expect(paragraphs).toHaveCount(200);
});

test("what was saved without an answer is no draft after a reload", async ({ as }) => {
  const { page, person } = await as("editor");
  const { article, source } = await makeForms(person);
  const restored = page.getByText(RESTORED);
  /** Saves while the server stores everything and its answers are lost. @param answers "never" come, or the connection "fails" */
  async function saveUnanswered(requests: string, answers: "never" | "fails", save: () => Promise<void>) {
    let stored = 0;
    await page.route(requests, async (route) => {
      if (route.request().method() !== "POST") return route.fallback();
      await route.fetch();
      stored += 1;
      if (answers === "fails") await route.abort();
    });
    await save();
    await expect.poll(() => stored).toBeGreaterThan(0);
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.reload();
  }

  for (const answers of ["never", "fails"] as const)
    await test.step(`a claim and a comment, whose answer ${answers === "never" ? "never comes" : "is lost"}`, async () => {
      await openDesk(page, article);
      await selectWords(page, answers === "never" ? "Trade rose fast" : "Then it fell");
      await page.keyboard.press("m");
      const statement = `Saved, and the answer ${answers}.`;
      await typeInto(page.getByLabel("Statement"), statement, { replace: true });
      // The one that the server has: until it is known as sent, it is in the list as not sent too.
      const claim = page.getByRole("button", { name: new RegExp(statement), expanded: false });
      await saveUnanswered("**/desk/writes", answers, () =>
        page.getByRole("button", { name: "Save claim" }).click(),
      );
      await expect(claim).toBeVisible();
      await expect(page.getByLabel("Statement")).toHaveCount(0);
      await claim.click();
      await page.getByText("Comments 0").click();
      const form = page.getByRole("form", { name: "Comment on this claim" });
      await typeInto(form.getByRole("textbox"), "Who says so?");
      await saveUnanswered("**/desk/writes", answers, () =>
        form.getByRole("button", { name: "Send" }).click(),
      );
      await claim.click();
      await expect(page.getByText("Comments 1").first()).toBeVisible();
      await expect(page.getByRole("textbox", { name: "Start another thread" })).toHaveValue("");
      await expect(restored).toHaveCount(0);
    });

  await test.step("the details of a source", async () => {
    await page.goto(`/desk/sources/${source}`);
    const form = page.getByRole("form", { name: "Source" });
    const title = form.getByLabel("Title", { exact: true });
    await typeInto(title, "Customs of the port", { replace: true });
    await saveUnanswered(`**/desk/sources/${source}`, "fails", () =>
      form.getByRole("button", { name: "Save source" }).click(),
    );
    await expect(title).toHaveValue("Customs of the port");
    await expect(title).toBeEditable();
    await expect(restored).toHaveCount(0);
  });

  await test.step("a new source: the form says that it was added, and sending it again adds no other", async () => {
    await page.goto("/desk/sources/new");
    const form = page.getByRole("form", { name: "New source" });
    await typeInto(form.getByLabel("Title"), `Harbour rates ${article.id}`);
    const add = form.getByRole("button", { name: "Add source" });
    await saveUnanswered("**/desk/sources/new", "fails", () => add.click());
    const open = page.getByRole("link", { name: "Open the source" });
    await expect(open).toBeVisible();
    const address = await open.getAttribute("href");
    await add.click();
    await page.waitForURL(`**${address}?added=1`);
  });

  await test.step("a new token, which is shown once: it can be revoked", async () => {
    await page.goto("/desk/account");
    const form = page.getByRole("form", { name: "New API token" });
    await typeInto(form.getByLabel("Name"), "Harvester");
    await saveUnanswered("**/desk/account", "fails", () =>
      form.getByRole("button", { name: "Create token" }).click(),
    );
    await expect(page.getByText(/This token was created already/)).toBeVisible();
    await expect(page.getByRole("list", { name: "API tokens" })).toContainText("Harvester");
    await form.getByRole("button", { name: "Revoke the token" }).click();
    await expect(page.getByText(/This token was created already/)).toHaveCount(0);
    await expect(page.getByRole("list", { name: "API tokens" })).toHaveCount(0);
  });
});

/** Fills the storage of the page's origin up to its last character. */
async function fillStorage(page: Page): Promise<void> {
  await page.evaluate(() => {
    let size = 1 << 20;
    for (let count = 0; size > 0; count++)
      try {
        localStorage.setItem(`filler-${count}`, "x".repeat(size));
      } catch {
        size >>= 1;
      }
  });
}

/** Makes the browser refuse storage, as when its settings block it. */
async function block(page: Page, names: readonly string[]): Promise<void> {
  await page.addInitScript(
    (blocked: string[]) => {
      for (const name of blocked)
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException("Access is denied for this document.", "SecurityError");
          },
        });
    },
    [...names],
  );
}

const NOT_STORED = /Drafts are not stored in this browser/;

test("a claim is typed while the storage is full, without the server, and survives a reload", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await openDesk(page, article);
  await fillStorage(page);
  await page.context().setOffline(true);
  await selectWords(page, "$240 billion");
  await page.keyboard.press("m");
  await typeInto(page.getByLabel("Statement"), "Trade came to 240 billion.", { replace: true });
  await expect(page.getByText("Your draft is saved in this browser.")).toBeVisible();
  await expect(page.getByText(NOT_STORED)).toHaveCount(0);
  await page.context().setOffline(false);
  await page.reload();
  await expect(page.getByLabel("Statement")).toHaveValue("Trade came to 240 billion.");
  await page.getByRole("button", { name: "Save claim" }).click();
  await expect(page.getByText("Claim 1 saved.")).toBeVisible();
});

test("when nothing more can be stored, the editor sees one notice, and the claim is saved all the same", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await block(page, ["indexedDB"]);
  await openDesk(page, article);
  await fillStorage(page);
  await selectWords(page, "$240 billion");
  await page.keyboard.press("m");
  await typeInto(page.getByLabel("Statement"), "Trade came to", { replace: true });
  await expect(page.getByText(NOT_STORED)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "Hide" }).click();
  await showMoreFields(page);
  await typeInto(page.getByLabel("Claimant"), "The ministry");
  await expect(page.getByText("Draft saved")).toBeVisible();
  await expect(page.getByText(NOT_STORED)).toHaveCount(0);
  await page.getByRole("button", { name: "Save claim" }).click();
  await expect(page.getByText("Claim 1 saved.")).toBeVisible();
});

test("with storage blocked, the desk works and says that drafts are not stored", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person, statement: "The figure." });
  await block(page, ["localStorage", "sessionStorage", "indexedDB"]);
  await openDesk(page, article);
  await expect(page.getByText(NOT_STORED)).toBeVisible();
  await selectWords(page, "Then it fell");
  await page.keyboard.press("m");
  await typeInto(page.getByLabel("Statement"), "It fell.", { replace: true });
  await expect(page.getByText("Draft saved")).toBeVisible();
  await page.getByRole("button", { name: "Save claim" }).click();
  await expect(page.getByText("Claim 2 saved.")).toBeVisible();
  await page.getByRole("textbox", { name: "Article text" }).click();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByText("Undone: marking claim 2.")).toBeVisible();
  for (const address of [
    "/desk/articles/new",
    `/desk/articles/${article.id}/text`,
    "/desk/sources/new",
    "/desk/settings",
    "/desk/account",
  ]) {
    await page.goto(address);
    await expect(page.getByRole("main")).toBeVisible();
    await expect(page.getByText("This page could not be shown")).toHaveCount(0);
    await expect(page.getByText(NOT_STORED)).toBeVisible();
  }
});
